-- one row per rep, period and span of days in which the CRM's quota for it was known
create or replace table crm_quota as
with own as (
  from crm_quota_span where not is_of_manager
),
edge as (
  select rep_id, period, period_start, known_from as on_date from own
  union
  select rep_id, period, period_start, known_to from own
),
stretch as (
  select
    rep_id, period, period_start, on_date as known_from,
    lead(on_date) over (partition by rep_id, period, period_start order by on_date) as known_to
  from edge
),
holding as (
  select own.* replace (stretch.known_from as known_from, stretch.known_to as known_to)
  from stretch
  join own
    on own.rep_id = stretch.rep_id and own.period = stretch.period
    and own.period_start = stretch.period_start
    and own.known_from <= stretch.known_from and own.known_to >= stretch.known_to
  -- quotas of products and territories add up where there is none for the whole
  qualify own.is_part = bool_and(own.is_part) over (
    partition by stretch.rep_id, stretch.period, stretch.period_start, stretch.known_from
  )
)
select
  rep_id,
  period,
  period_start,
  period_end,
  sum(quota_cents)::bigint as quota_cents,
  known_from,
  known_to,
  max(file_id) as source_file_id,
  max_by(line, (file_id, line)) as source_line
from holding
group by rep_id, period, period_start, period_end, known_from, known_to
