-- one row per file being loaded in which a column has decimal commas
create or replace temp table {{commas}} (content_id integer)
