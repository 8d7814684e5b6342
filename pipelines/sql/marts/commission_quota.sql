-- one row per entity, measure and period: the quota that holds as of the as-of, and from when there was one
create or replace table commission_quota as
with begun as (
  select
    entity_type,
    entity_id,
    measure,
    period,
    period_start,
    origin,
    -- a row without a day holds from the beginning
    min(coalesce(effective_from, date '0001-01-01')) as begins_on
  from quota_version
  group by all
)
select
  quota.entity_type,
  quota.entity_id,
  quota.measure,
  quota.period,
  quota.period_start,
  quota.quota_cents,
  begun.begins_on
from quota
join begun using (entity_type, entity_id, measure, period, period_start, origin)
order by all
