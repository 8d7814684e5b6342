-- one row per account that somebody could work: what accounts like it buy a year, of all roles
create or replace table territory_input_potential as
select account_id, sum(potential_cents)::bigint as potential_cents
from account_potential
group by account_id
order by account_id
