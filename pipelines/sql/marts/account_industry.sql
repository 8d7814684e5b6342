-- one row per account of which drops told different industries, and drop: what it told, until the next
create or replace table account_industry as
with told as (
  select
    account_match.matched_id as account_id,
    source_setting.place,
    staged.drop_date,
    staged.row_order,
    staged.industry
  from {{account}} as staged
  join account_match
    on account_match.source = staged.source and account_match.account_id = staged.account_id
  join source_setting on source_setting.source = staged.source
  where staged.reject_reason is null
),
changed as (
  select account_id
  from told
  group by account_id
  having min(coalesce(industry, '')) <> max(coalesce(industry, ''))
),
-- an account that stands twice in a drop of a source counts as its last row says
stated as (
  select told.*
  from told
  semi join changed using (account_id)
  qualify row_number() over (
    partition by account_id, place, drop_date order by row_order desc
  ) = 1
),
moment as (
  select distinct account_id, drop_date from stated
),
speaker as (
  select distinct account_id, place from stated
),
-- what each source had told by each drop of any
known as (
  select moment.account_id, moment.drop_date, speaker.place, stated.industry
  from moment
  join speaker using (account_id)
  asof join stated
    on stated.account_id = moment.account_id and stated.place = speaker.place
    and moment.drop_date >= stated.drop_date
),
-- arg_min passes over what is null: the first source's word counts, as in `account`
spoken as (
  select account_id, drop_date, arg_min(industry, place) as industry
  from known
  group by account_id, drop_date
)
select
  account_id,
  -- of the days before the first drop nothing else is known
  case when lag(drop_date) over drops is null then date '0001-01-01' else drop_date end as told_from,
  lead(drop_date, 1, date '9999-12-31') over drops as told_to,
  industry
from spoken
window drops as (partition by account_id order by drop_date)
