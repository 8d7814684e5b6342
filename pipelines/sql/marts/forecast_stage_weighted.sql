-- one row per cutoff, entity and fiscal period ahead: what is booked in it or won for it, and open deals dated in it times the probability that the CRM has for each
create or replace table forecast_stage_weighted as
with
-- deals as they stood at the end of the cutoff's day
deal_ahead as (
  select
    cutoff,
    version.rep_id,
    deal.segment,
    -- one whose date has passed counts in the period in progress
    date_trunc('month', greatest(version.close_date, cutoff, origin_start))::date as month_start,
    case
      when version.status = 'won' then version.bookings_cents
      else round(version.bookings_cents * coalesce(version.probability_rate, stage.probability_rate))
    end::bigint as weighted_cents
  from forecast_cutoff
  join kpi_told on cutoff >= told_since
  join opportunity_version as version
    on version.valid_from < cutoff + interval 1 day and version.valid_to >= cutoff + interval 1 day
  join kpi_known_deal as deal on deal.opportunity_id = version.opportunity_id
  left join stage on stage.source = version.source and stage.stage = version.stage
  where is_monthly
    and version.close_date is not null
    -- what is won for a later day isn't booked yet
    and (version.status = 'open' or version.status = 'won' and version.close_date > cutoff)
),
-- by month: what is to come, and what is booked of the periods in progress
expected as (
  select cutoff, rep_id, segment, month_start, sum(weighted_cents) as cents
  from deal_ahead
  group by all
  union all
  select cutoff, rep_id, segment, month_start, sum(bookings_cents)
  from forecast_cutoff
  join fiscal_period as this_year on period = 'year' and origin_start between period_start and period_end
  join forecast_booked on close_date between period_start and cutoff
  where is_monthly
  group by all
),
summed as (
  select cutoff, entity_type, entity_id, ahead.period, ahead.period_start, sum(cents)::bigint as cents
  from expected
  join forecast_member using (rep_id, segment)
  join forecast_ahead as ahead using (cutoff)
  where month_start between ahead.period_start and ahead.period_end
  group by all
),
present as (
  select distinct cutoff, entity_type, entity_id
  from expected
  join forecast_member using (rep_id, segment)
)
select
  ahead.cutoff,
  ahead.is_as_of,
  present.entity_type,
  present.entity_id,
  ahead.period,
  ahead.period_start,
  ahead.horizon,
  -- with no deal dated in the period, this way of forecasting expects nothing
  coalesce(summed.cents, 0)::bigint as mean_cents
from forecast_ahead as ahead
join kpi_told on ahead.cutoff >= told_since
join present on present.cutoff = ahead.cutoff
left join summed
  on summed.cutoff = ahead.cutoff and summed.entity_type = present.entity_type
  and summed.entity_id = present.entity_id and summed.period = ahead.period
  and summed.period_start = ahead.period_start
