-- no rows: makes the place of the tables as of an earlier day
create schema earlier_day
