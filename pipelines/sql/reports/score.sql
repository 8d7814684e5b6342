-- one row per metric, entity of the asked types, period of the asked grains, view and breakdown: the cells of scorecards, with what the period in progress is held against
with
recent as (
  select
    period,
    period_start,
    row_number() over (partition by period order by period_start desc) as place
  from fiscal_period
  cross join run
  where period_start <= as_of and period_end >= first_close_date
),
-- metrics that are told by their parts alone
parted as (
  select metric
  from kpi
  group by metric
  having count(*) filter (breakdown is null and value is not null) = 0
    and count(*) filter (breakdown is not null and value is not null) > 0
),
shown as (
  select
    kpi.* replace (case when is_too_few then 'too_few' else status end as status)
  from kpi
  join recent on recent.period = kpi.period and recent.period_start = kpi.period_start
  where list_contains($entity_types::varchar[], kpi.entity_type)
    and list_contains($grains::varchar[], kpi.period)
    and (kpi.view = 'as_is' or kpi.entity_type in ('region', 'team'))
    and case kpi.period
      when 'month' then place <= 25
      when 'quarter' then place <= 13
      else true
    end
    and kpi.status <> 'absent'
    and (
      kpi.breakdown is null
      or (
        kpi.period <> 'month' and place <= 5
        and case
          when kpi.metric in (from parted) then kpi.entity_type <> 'rep'
          -- campaigns by the hundred are no scorecard's parts
          else kpi.entity_type = 'company' and not starts_with(kpi.breakdown, 'campaign: ')
        end
      )
    )
)
select
  shown.metric,
  shown.entity_type,
  shown.entity_id,
  shown.period,
  shown.period_start,
  shown.view,
  shown.breakdown,
  case when shown.status <> 'too_few' then shown.value end as value,
  case when shown.status <> 'too_few' and shown.denominator is not null then shown.numerator end
    as numerator,
  case when shown.status <> 'too_few' then shown.denominator end as denominator,
  shown.n,
  shown.status,
  case when shown.status <> 'too_few' then shown.lower_quartile end as lower_quartile,
  case when shown.status <> 'too_few' then shown.median end as median,
  case when shown.status <> 'too_few' then shown.upper_quartile end as upper_quartile,
  case
    when shown.breakdown is not null then null
    when shown.metric = 'bookings' then quota_cents::double
    when shown.metric = 'quota_attainment' then 1
  end as target,
  case when shown.breakdown is null and not previous.is_too_few then previous.value end as previous,
  case when shown.breakdown is null and not previous.is_too_few then previous.n end as previous_n,
  case when shown.breakdown is null and not year_before.is_too_few then year_before.value end as year_before,
  case when shown.breakdown is null and not year_before.is_too_few then year_before.n end as year_before_n
from shown
left join kpi_quota
  on kpi_quota.entity_type = shown.entity_type
  and kpi_quota.entity_id = shown.entity_id
  and kpi_quota.period = shown.period
  and kpi_quota.period_start = shown.period_start
left join same_day as previous
  on previous.compared_with = 'previous'
  and previous.metric = shown.metric
  and previous.entity_type = shown.entity_type
  and previous.entity_id = shown.entity_id
  and previous.view = shown.view
  and previous.period = shown.period
  and previous.period_start = shown.period_start
left join same_day as year_before
  on year_before.compared_with = 'year_before'
  and year_before.metric = shown.metric
  and year_before.entity_type = shown.entity_type
  and year_before.entity_id = shown.entity_id
  and year_before.view = shown.view
  and year_before.period = shown.period
  and year_before.period_start = shown.period_start
left join stage_place
  on shown.breakdown = 'stage: ' || stage_place.stage
order by
  shown.entity_type, shown.entity_id, shown.view, shown.metric,
  -- parts dimension by dimension: stages as deals go through them, spans by what they begin with
  split_part(shown.breakdown, ': ', 1) nulls first,
  coalesce(stage_place.position, try_cast(regexp_extract(shown.breakdown, '\d+') as integer)),
  shown.breakdown, shown.period, shown.period_start
