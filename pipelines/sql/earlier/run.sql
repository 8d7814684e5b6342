-- one row: the rebuild as of an earlier day
create or replace table run as
select * replace ($day::date as as_of)
from main.run
