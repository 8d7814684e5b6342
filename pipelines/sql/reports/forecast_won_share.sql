-- one row per company, region, team, segment or rep, and past cutoff as many months into its quarter as the as-of: what was open then, and won of it in that quarter and in the next
with
this_quarter as (
  select period_start from fiscal_period cross join run
  where period = 'quarter' and as_of between period_start and period_end
),
past as (
  select
    cutoff,
    quarter.period_start,
    quarter.period_end,
    (quarter.period_end + interval 1 day + interval 3 month - interval 1 day)::date as next_end
  from forecast_cutoff
  cross join run
  cross join this_quarter
  join fiscal_period as quarter
    on quarter.period = 'quarter' and cutoff between quarter.period_start and quarter.period_end
  where is_monthly
    and quarter.is_complete
    and date_diff('month', quarter.period_start, cutoff) = date_diff('month', this_quarter.period_start, as_of)
),
deal as (
  select
    past.*,
    deal_snapshot.rep_id,
    deal_snapshot.segment,
    coalesce(deal_snapshot.bookings_cents, usual_cents) as open_cents,
    case when outcome = 'won' and ended_on <= period_end then won_cents end as quarter_cents,
    case when outcome = 'won' and ended_on > period_end and ended_on <= next_end then won_cents end
      as next_cents
  from past
  join deal_snapshot using (cutoff)
  left join deal_outcome
    on deal_outcome.opportunity_id = deal_snapshot.opportunity_id
    and deal_outcome.spell = deal_snapshot.spell
)
select
  entity_type,
  entity_id,
  cutoff,
  sum(open_cents)::bigint as open_cents,
  coalesce(sum(quarter_cents), 0)::bigint as quarter_cents,
  -- null where the quarter after isn't over
  case when next_end <= any_value(as_of) then coalesce(sum(next_cents), 0)::bigint end as next_cents
from deal
join forecast_member using (rep_id, segment)
cross join run
group by entity_type, entity_id, cutoff, next_end
having sum(open_cents) > 0
order by entity_type, entity_id, cutoff
