-- one row per rep and origin with accounts to work: how many, what they are worth a year, and the open pipeline
create or replace table quota_territory as
with told as (
  select distinct origin from quota_pipeline
)
select
  worth.rep_id,
  worth.origin,
  worth.month_number,
  count(*)::integer as count_accounts,
  sum(worth.potential_cents)::bigint as potential_cents,
  sum(worth.expected_cents)::bigint as expected_cents,
  -- null where deals weren't told so early
  case when told.origin is not null then coalesce(any_value(pipeline.pipeline_cents), 0) end
    as pipeline_cents
from quota_account_worth as worth
left join told using (origin)
left join quota_pipeline as pipeline
  on pipeline.origin = worth.origin and pipeline.rep_id = worth.rep_id
where worth.rep_id is not null
group by worth.rep_id, worth.origin, worth.month_number, told.origin
order by worth.rep_id, worth.origin
