-- one row per opportunity, person who shares its credit, role and span of dates with one share
create or replace table opportunity_split as
with share as (
  select * exclude (person_id, source_file_id, source_line), 1 as place from plan_split
  union all by name
  select * exclude (source), 2 as place from crm_split
),
edge as (
  select opportunity_id, valid_from as on_date from share
  union
  select opportunity_id, valid_to from share
),
stretch as (
  select
    opportunity_id,
    on_date as valid_from,
    lead(on_date) over (partition by opportunity_id order by on_date) as valid_to
  from edge
),
holding as (
  select share.* replace (stretch.valid_from as valid_from, stretch.valid_to as valid_to)
  from stretch
  join share
    on share.opportunity_id = stretch.opportunity_id
    and share.valid_from <= stretch.valid_from and share.valid_to >= stretch.valid_to
  -- while the plan splits a deal, the CRM's splits of it don't count
  qualify share.place = min(share.place) over (partition by stretch.opportunity_id, stretch.valid_from)
),
summed as (
  select
    opportunity_id,
    rep_id,
    role,
    valid_from,
    valid_to,
    -- decimals: exact in any order of rows
    sum(credit_rate::decimal(18, 9))::double as credit_rate,
    sum(pay_rate::decimal(18, 9))::double as pay_rate,
    max(known_from) as known_from
  from holding
  group by opportunity_id, rep_id, role, valid_from, valid_to
),
-- a stretch that goes on like the one before it belongs to the same span
marked as (
  select
    *,
    lag(valid_to) over spans is distinct from valid_from
      or lag((credit_rate, pay_rate, known_from)) over spans
        is distinct from (credit_rate, pay_rate, known_from) as is_new
  from summed
  -- a share of nothing is none
  where coalesce(credit_rate, pay_rate) is distinct from 0
    or coalesce(pay_rate, credit_rate) is distinct from 0
  window spans as (partition by opportunity_id, rep_id, role order by valid_from)
),
numbered as (
  select
    *,
    count(*) filter (where is_new) over (
      partition by opportunity_id, rep_id, role order by valid_from
    ) as span
  from marked
)
select
  opportunity_id,
  rep_id,
  credit_rate,
  pay_rate,
  role,
  min(valid_from) as valid_from,
  max(valid_to) as valid_to,
  known_from
from numbered
group by opportunity_id, rep_id, role, span, credit_rate, pay_rate, known_from
