-- one row per account that should change hands, in the order in which the moves are told
select
  territory_move.position,
  territory_move.account_id,
  coalesce(account.name, account.account_id) as account,
  territory_move.from_rep_id,
  giver.name as from_rep,
  territory_move.to_rep_id,
  taker.name as to_rep,
  territory_rep.pool,
  territory_move.reason
from territory_move
join account using (account_id)
join rep as giver on giver.rep_id = territory_move.from_rep_id
join rep as taker on taker.rep_id = territory_move.to_rep_id
join territory_rep on territory_rep.rep_id = territory_move.to_rep_id
order by position
