-- one row per quota of a rep in the CRM and span of days in which it was known
create or replace table crm_quota_span as
with quota_drop as (
  select distinct source, drop_date
  from input_file
  where object = 'crm_quota'
),
stated as (
  select *
  from {{crm_quota}}
  where reject_reason is null and is_amount
  qualify row_number() over (partition by source, quota_id, drop_date order by row_order desc) = 1
),
-- of several types of forecast the one with the most quotas is the one that sellers are held to
main_type as (
  select source, quota_type
  from stated
  group by source, quota_type
  qualify row_number() over (partition by source order by count(*) desc, quota_type) = 1
),
known as (
  select source, quota_id, min(drop_date) as drop_date
  from stated
  group by source, quota_id
),
told as (
  select * from stated
  union all by name
  -- what a full file of quotas leaves out is gone
  select known.source, known.quota_id, quota_drop.drop_date, true as is_deleted
  from known
  join source_setting on source_setting.source = known.source and source_setting.drops = 'full'
  join quota_drop on quota_drop.source = known.source and quota_drop.drop_date > known.drop_date
  anti join stated
    on stated.source = known.source and stated.quota_id = known.quota_id
    and stated.drop_date = quota_drop.drop_date
),
changed as (
  select *
  from told
  window drops as (partition by source, quota_id order by drop_date)
  qualify row_number() over drops = 1
    or (user_id, start_date, amount_minor, currency, quota_type, is_deleted) is distinct from
      lag((user_id, start_date, amount_minor, currency, quota_type, is_deleted)) over drops
),
spanned as (
  select
    *,
    drop_date as known_from,
    lead(drop_date, 1, date '9999-12-31') over (partition by source, quota_id order by drop_date) as known_to
  from changed
),
-- without its period, a quota is for a quarter where all of its source begin with one
usual as (
  select stated.source, case when count(*) = count(period_end) then 'quarter' else 'month' end as period
  from stated
  left join fiscal_period on period = 'quarter' and period_start = start_date
  group by stated.source
),
dated as (
  select
    spanned.*,
    rep_alias.rep_id,
    fiscal_period.period,
    fiscal_period.period_start,
    fiscal_period.period_end,
    company_cents(spanned.amount_minor, rate.digits, rate.per_company_currency, setting.currency_digits)
      as quota_cents,
    spanned.product_family is not null or spanned.territory_id is not null as is_part,
    least(fiscal_period.period_end, setting.as_of) as placed_on
  from spanned
  semi join main_type
    on main_type.source = spanned.source and main_type.quota_type is not distinct from spanned.quota_type
  cross join setting
  join usual on usual.source = spanned.source
  join rep_alias on rep_alias.alias = spanned.user_id
  left join (
    select source, period_id, arg_max(lower(kind), row_order) as kind
    from {{crm_period}}
    where reject_reason is null
    group by source, period_id
  ) as named on named.source = spanned.source and named.period_id = spanned.period_id
  join fiscal_period
    on fiscal_period.period = coalesce(named.kind, usual.period)
    and fiscal_period.period_start = spanned.start_date
  left join currency_rate as rate
    on rate.currency = spanned.currency
    and rate.valid_from <= fiscal_period.period_start and rate.valid_to > fiscal_period.period_start
  where not spanned.is_deleted and spanned.amount_minor is not null
),
manager as (
  select distinct held.manager_id as rep_id, dated.period, dated.period_start
  from dated
  join rep_assignment as held
    on held.rep_id = dated.rep_id
    and held.valid_from <= dated.placed_on and held.valid_to > dated.placed_on
)
select
  dated.source,
  dated.quota_id,
  dated.rep_id,
  dated.period,
  dated.period_start,
  dated.period_end,
  dated.quota_cents,
  dated.is_part,
  -- the quota of one whose people have quotas of their own is that of them all
  manager.rep_id is not null as is_of_manager,
  dated.known_from,
  dated.known_to,
  dated.file_id,
  dated.line
from dated
left join manager using (rep_id, period, period_start)
