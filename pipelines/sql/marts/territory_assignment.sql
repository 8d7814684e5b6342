-- one row per account and span of dates in one territory, with the drop that first told it
create or replace table territory_assignment as
with link_drop as (
  -- the drops that hold a file of links, be it one without a row
  select source, drop_date, drop_date = min(drop_date) over (partition by source) as is_first
  from (select distinct source, drop_date from input_file where object = 'territory_account')
),
linked as (
  -- of several territories an account stands in the one that somebody chose by hand
  select
    source,
    account_id,
    drop_date,
    arg_min(territory_id, (coalesce(cause, '') not ilike '%manual%', territory_id)) as territory_id
  from {{territory_account}}
  where reject_reason is null
  group by source, account_id, drop_date
),
known as (
  select source, account_id, min(drop_date) as drop_date
  from {{account}}
  where reject_reason is null
  group by source, account_id
),
told as (
  from linked
  union all by name
  -- what a full file of links leaves out, or the first one, is in no territory
  select known.source, known.account_id, link_drop.drop_date
  from known
  join source_setting using (source)
  join link_drop
    on link_drop.source = known.source and link_drop.drop_date >= known.drop_date
    and (link_drop.is_first or source_setting.drops = 'full')
  anti join linked
    on linked.source = known.source and linked.account_id = known.account_id
    and linked.drop_date = link_drop.drop_date
  union all by name
  -- some CRMs tell an account's territory on the account itself
  select source, account_id, drop_date, territory_id
  from {{account}}
  where reject_reason is null and source not in (select source from link_drop)
  qualify row_number() over (
    partition by source, account_id, drop_date order by row_order desc
  ) = 1
),
changed as (
  select *
  from told
  window drops as (partition by source, account_id order by drop_date)
  qualify row_number() over drops = 1 or territory_id is distinct from lag(territory_id) over drops
),
spanned as (
  select
    *,
    -- the first territory that is told is taken to have held the account from its beginning
    case when row_number() over moves = 1 then date '0001-01-01' else drop_date end as valid_from,
    lead(drop_date, 1, date '9999-12-31') over moves as valid_to
  from changed
  window moves as (partition by source, account_id order by drop_date)
)
select
  spanned.source,
  coalesce(account_match.matched_id, spanned.account_id) as account_id,
  spanned.territory_id,
  spanned.valid_from,
  spanned.valid_to,
  spanned.drop_date as known_from
from spanned
join source_setting on source_setting.source = spanned.source
left join account_match
  on account_match.source = spanned.source and account_match.account_id = spanned.account_id
where spanned.territory_id is not null
-- of an account that several sources have, the first that knows a territory counts
qualify dense_rank() over (
  partition by coalesce(account_match.matched_id, spanned.account_id)
  order by source_setting.place, spanned.account_id
) = 1
