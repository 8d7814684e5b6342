-- one row per open deal that may be won next quarter: its chances, what it brings if won, and whom it belongs to
select
  deal_forecast.opportunity_id,
  opportunity.name,
  account.name as account,
  deal_forecast.rep_id,
  rep.name as owner,
  coalesce(rep.team_id, 'unassigned') as team_id,
  coalesce(rep.region_id, 'unassigned') as region_id,
  deal_forecast.segment,
  opportunity.stage,
  opportunity.close_date,
  win_rate_in_quarter,
  win_rate_next_quarter,
  expected_if_won_cents,
  -- what it would add to this quarter's forecast if it were won in it
  expected_if_won_cents - expected_in_quarter_cents as added_cents
from deal_forecast
join opportunity using (opportunity_id)
left join account using (account_id)
left join rep on rep.rep_id = deal_forecast.rep_id
where win_rate_next_quarter > 0
  and expected_if_won_cents - expected_in_quarter_cents > 0
-- the likeliest money of the next quarter first
order by win_rate_next_quarter * expected_if_won_cents desc, deal_forecast.opportunity_id
