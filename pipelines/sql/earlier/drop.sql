-- no rows: drops the tables as of an earlier day
drop schema earlier_day cascade
