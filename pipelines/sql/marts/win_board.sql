-- one row per span and scope: deals decided, and products of their counts by account
create or replace table win_board as
with by_account as (
  select
    span,
    scope,
    account,
    count(*) filter (where status = 'won') as won,
    count(*) filter (where status = 'lost') as lost
  from win_scope
  where status <> 'open'
  group by all
)
select
  span,
  scope,
  count(*) as account_count,
  sum(won) as won_count,
  sum(lost) as lost_count,
  sum(won * won) as won_won,
  sum(won * lost) as won_lost,
  sum(lost * lost) as lost_lost
from by_account
group by all
