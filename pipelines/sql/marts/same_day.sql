-- one row per metric, company, region, team or rep, view, current fiscal period and earlier one: what the earlier one had when as many of its days had passed
create or replace table same_day as
with
span as (
  select
    present.period,
    present.period_start,
    compared_with,
    earlier.period_start as earlier_start,
    -- a period that is over is held against a whole one
    case
      when as_of >= present.period_end then earlier.period_end
      else least(
        earlier.period_start + (as_of - present.period_start)::integer,
        earlier.period_end
      )
    end as until
  from fiscal_period as present
  cross join run
  cross join (values ('previous'), ('year_before')) as comparison (compared_with)
  join kpi_period as earlier
    on earlier.period = present.period
    and case compared_with
      when 'previous' then earlier.period_end = present.period_start - 1
      else earlier.period_start = (present.period_start - interval 1 year)::date
    end
  where present.is_current
    -- the period in which the data begin is no measure
    and not earlier.is_cut_off
),
-- the year before a year is also the period before it
stretch as (
  select distinct period, earlier_start, until
  from span
),
cell as (
  select entity_type, entity_id, view, span.*
  from kpi_cell
  join span on span.period = kpi_cell.period and span.earlier_start = kpi_cell.period_start
  where is_observed and entity_type in ('company', 'region', 'team', 'rep')
),
closed as (
  select
    entity_type,
    entity_id,
    view,
    period,
    earlier_start,
    count(*) as closed_count,
    count(*) filter (where status = 'won') as won_count,
    count(*) filter (where status = 'lost') as lost_count,
    sum(bookings_cents) filter (where status = 'won') as bookings_cents,
    count(bookings_cents) filter (where status = 'won') as bookings_count,
    sum(amount_cents) filter (where status = 'won') as won_amount_cents,
    count(amount_cents) filter (where status = 'won') as won_amount_count,
    sum(amount_cents) filter (where status = 'lost') as lost_amount_cents,
    count(amount_cents) filter (where status = 'lost') as lost_amount_count,
    sum(cycle_days) filter (where status = 'won') as cycle_days,
    count(cycle_days) filter (where status = 'won') as cycle_count
  from kpi_deal_entity
  join stretch on close_date between stretch.earlier_start and stretch.until
  where status in ('won', 'lost') and entity_type in ('company', 'region', 'team', 'rep')
  group by all
),
logged as (
  select
    entity_type,
    entity_id,
    view,
    period,
    earlier_start,
    sum(activities)::bigint as activity_count
  from kpi_activity_logged_entity
  join stretch on happened_on between stretch.earlier_start and stretch.until
  where entity_type in ('company', 'region', 'team', 'rep')
  group by all
),
viewed_closed as (
  select * replace (unnest(views_of(view)) as view)
  from closed
),
viewed_logged as (
  select * replace (unnest(views_of(view)) as view)
  from logged
),
component as (
  select
    cell.*,
    coalesce(closed_count, 0) as closed_count,
    coalesce(won_count, 0) as won_count,
    coalesce(lost_count, 0) as lost_count,
    -- a sum over no deal is zero, one over deals without amounts is missing
    case when won_count > 0 then bookings_cents else 0 end as bookings_cents,
    coalesce(bookings_count, 0) as bookings_count,
    case when won_count > 0 then won_amount_cents else 0 end as won_amount_cents,
    coalesce(won_amount_count, 0) as won_amount_count,
    case when lost_count > 0 then lost_amount_cents else 0 end as lost_amount_cents,
    coalesce(lost_amount_count, 0) as lost_amount_count,
    case when cycle_count > 0 then cycle_days else 0 end as cycle_days,
    coalesce(cycle_count, 0) as cycle_count,
    -- nothing logged is zero, once anything is on record
    case
      when earlier_start > (select min(happened_on) from kpi_activity_logged)
      then coalesce(activity_count, 0)
    end as activity_count,
    quota_cents
  from cell
  left join viewed_closed using (entity_type, entity_id, view, period, earlier_start)
  left join viewed_logged using (entity_type, entity_id, view, period, earlier_start)
  left join kpi_quota
    on kpi_quota.entity_type = cell.entity_type
    and kpi_quota.entity_id = cell.entity_id
    and kpi_quota.period = cell.period
    and kpi_quota.period_start = cell.earlier_start
),
measured as (
  select
    entity_type, entity_id, view, period, period_start, compared_with, earlier_start, until,
    unnest(
      [
        {metric: 'bookings', above: bookings_cents, below: null, counted: bookings_count},
        {metric: 'quota_attainment', above: bookings_cents, below: quota_cents, counted: bookings_count},
        {metric: 'won_count', above: won_count, below: null, counted: won_count},
        {metric: 'lost_count', above: lost_count, below: null, counted: lost_count},
        {metric: 'win_rate', above: won_count, below: closed_count, counted: closed_count},
        {
          metric: 'win_rate_value',
          above: won_amount_cents,
          -- the share by value says nothing where most won or most lost deals have no amount
          below: case
            when 2 * won_amount_count >= won_count and 2 * lost_amount_count >= lost_count
            then won_amount_cents + lost_amount_cents
          end,
          counted: won_amount_count + lost_amount_count
        },
        {
          metric: 'average_deal_size',
          above: won_amount_cents,
          below: won_amount_count,
          counted: won_amount_count
        },
        {metric: 'sales_cycle_days', above: cycle_days, below: cycle_count, counted: cycle_count},
        {metric: 'activity_count', above: activity_count, below: null, counted: activity_count}
      ],
      max_depth := 2
    )
  from component
)
select
  measured.metric,
  entity_type,
  entity_id,
  view,
  period,
  period_start,
  compared_with,
  earlier_start,
  until,
  case
    when metric.denominator is null then above::double
    when below > 0 then above::double / below::double
  end as value,
  coalesce(counted, 0) as n,
  coalesce(needs_min_cell and counted < min_cell, false) as is_too_few
from measured
join metric on metric.metric = measured.metric
cross join run
