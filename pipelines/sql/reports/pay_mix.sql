-- one row per role of active people: on-target earnings of a year, and what of them varies
with
today as (
  select rep_pay.rep_id, rep_earnings.on_target_earnings_cents, variable_share_rate
  from rep_pay
  cross join run
  join rep_earnings
    on rep_earnings.rep_id = rep_pay.rep_id
    and rep_earnings.valid_from <= as_of and rep_earnings.valid_to > as_of
  where rep_pay.valid_from <= as_of and rep_pay.valid_to > as_of
)
select
  coalesce(rep.role, 'no role') as role,
  count(*) as people,
  sum(today.on_target_earnings_cents)::bigint as target_cents,
  sum(round(today.on_target_earnings_cents * today.variable_share_rate)::bigint)::bigint as variable_cents
from today
join rep using (rep_id)
where rep.is_active
  and today.on_target_earnings_cents is not null
  and today.variable_share_rate is not null
group by all
order by role
