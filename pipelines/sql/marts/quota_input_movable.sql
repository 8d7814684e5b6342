-- one row per account and rep who works it today: what it is expected to buy of the rep a year
create or replace table quota_input_movable as
select account_id, rep_id, sum(expected_cents)::bigint as expected_cents
from account_potential
where rep_id is not null
group by account_id, rep_id
order by rep_id, account_id
