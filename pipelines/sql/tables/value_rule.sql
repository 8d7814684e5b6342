-- one row per value of a column that the company file says to read as another; '' is none
create or replace temp table {{rules}} (value varchar, reads varchar)
