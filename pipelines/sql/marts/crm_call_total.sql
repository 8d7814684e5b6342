-- one row per CRM user, period, category and drop that told of it: what is expected in all, before and after the manager's adjustment
create or replace table crm_call_total as
with
-- of several types of forecast the one with the most rows is the one that people call
main_type as (
  select source, forecast_type
  from crm_call
  group by source, forecast_type
  qualify row_number() over (partition by source order by count(*) desc, forecast_type) = 1
),
-- without its period, a forecast is for a quarter where all of its source begin with one
usual as (
  select source, case when count(*) = count(period_end) then 'quarter' else 'month' end as period
  from crm_call
  left join fiscal_period
    on fiscal_period.period = 'quarter' and fiscal_period.period_start = crm_call.period_start
  group by source
),
whole as (
  select
    crm_call.source,
    crm_call.rep_id,
    coalesce(crm_call.period, usual.period) as period,
    crm_call.period_start,
    crm_call.known_from,
    read_category(crm_call.category) as category,
    coalesce(crm_call.roll_up, 'single') as roll_up,
    crm_call.amount_cents,
    -- an export without the column can't tell a manager's adjustment apart
    coalesce(crm_call.without_manager_cents, crm_call.amount_cents) as own_cents,
    crm_call.item_id
  from crm_call
  join usual using (source)
  semi join main_type
    on main_type.source = crm_call.source
    and main_type.forecast_type is not distinct from crm_call.forecast_type
  where crm_call.product_family is null and crm_call.territory_id is null
    and crm_call.amount_cents is not null and crm_call.rep_id <> 'unassigned'
),
day as (
  select distinct source, rep_id, period, period_start, known_from
  from whole
),
-- what a drop leaves out is as an earlier one told it
standing as (
  select day.*, whole.category, whole.roll_up, whole.amount_cents, whole.own_cents
  from day
  join whole using (source, rep_id, period, period_start)
  where whole.known_from <= day.known_from
  qualify row_number() over (
    partition by
      day.source, day.rep_id, day.period, day.period_start, day.known_from, whole.category,
      whole.roll_up
    order by whole.known_from desc, whole.item_id
  ) = 1
),
-- categories that are told one by one add up from the surest on
added as (
  select
    * exclude (roll_up) replace (
      sum(amount_cents) over surer as amount_cents,
      sum(own_cents) over surer as own_cents
    ),
    first_value(category) over surer = 'Closed' as is_whole
  from standing
  where roll_up = 'single' and category in ('Closed', 'Commit', 'Most Likely', 'Best Case')
  window surer as (
    partition by source, rep_id, period, period_start, known_from
    order by case category when 'Closed' then 1 when 'Commit' then 2 when 'Most Likely' then 3 else 4 end
  )
),
stated as (
  select * exclude (roll_up), true as is_cumulative
  from standing
  where roll_up = 'cumulative'
  union all
  select * exclude (is_whole), false
  from added
  where is_whole
)
select
  source,
  rep_id,
  period,
  period_start,
  replace(lower(category), ' ', '_') as category,
  known_from as recorded_on,
  amount_cents::bigint as amount_cents,
  own_cents::bigint as own_cents
from stated
where category in ('Commit', 'Most Likely', 'Best Case', 'Pipeline')
qualify row_number() over (
  partition by source, rep_id, period, period_start, category, known_from
  order by is_cumulative desc
) = 1
