-- one row per check: what it looks for, how much it found and whether it lets the rebuild publish
create or replace table check_result as
with rejected_amount as (
  select
    *,
    rejected_cents + case
      when count_rejected > count_rejected_amounts
        then (count_rejected - count_rejected_amounts) * (read_cents / nullif(count_read_amounts, 0))
      else 0
    end as estimated_cents
  from opportunity_control
),
refusing as (
  select
    'rejected_rows' as check_name,
    'Share of rows that could not be read' as description,
    sum(rejected_rows)::bigint as count_failed,
    any_value(setting.rejected_rows_limit) as limit_value,
    sum(rejected_rows) / nullif(sum(rows), 0) as measured
  from source_file
  cross join setting
  union all
  select
    'rejected_amount',
    'Share of opportunity amount in rows that could not be read (an amount that could not be read counts as the mean one)',
    count_rejected,
    rejected_amount_limit,
    case
      when count_read = 0 and count_rejected > 0 then 1
      else estimated_cents / nullif(read_cents + estimated_cents, 0)
    end
  from rejected_amount
  cross join setting
  union all
  select
    'stale_feed: ' || source,
    'Days since the latest drop of ' || source,
    (age_days > max_age_days)::bigint,
    max_age_days,
    age_days
  from feed
  where max_age_days is not null
),
kept as (
  select
    finding.finding,
    finding.severity,
    count(*) as count_failed,
    arg_min(
      concat_ws(': ', source_file.path, finding.detail),
      (finding.entity_id, coalesce(finding.file_id, 0), coalesce(finding.line, 0), finding.detail)
    ) as example
  from finding
  left join source_file on source_file.file_id = finding.file_id
  group by finding.finding, finding.severity
)
select
  check_name,
  description,
  'refuse' as severity,
  count_failed,
  limit_value,
  measured,
  case when measured > limit_value then 'refuse' else 'pass' end as status,
  null::varchar as example
from refusing
union all
select
  check_kind.finding,
  check_kind.description,
  check_kind.severity,
  coalesce(kept.count_failed, 0),
  case when check_kind.severity = 'refuse' then 0 end,
  case when check_kind.severity = 'refuse' then coalesce(kept.count_failed, 0) end,
  case
    when coalesce(kept.count_failed, 0) = 0 then 'pass'
    else check_kind.severity
  end,
  kept.example
from check_kind
left join kept using (finding, severity)
