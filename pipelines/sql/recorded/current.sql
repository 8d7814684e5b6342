-- one row per record of a file that the company keeps, as of the as-of
create or replace temp view {{current}} as
select
  recorded.* exclude (known_from, known_to)
    replace (nullif(known_from, date '0001-01-01') as recorded_on)
from {{recorded}} as recorded
where known_from <= (select as_of from setting) and known_to > (select as_of from setting)
