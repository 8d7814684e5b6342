-- one row per open opportunity: where it stands, for how long, and how often its close date was put off and what is expected of it
select
  hygiene_deal.opportunity_id,
  opportunity.name,
  account.name as account,
  coalesce(hygiene_deal.rep_id, 'unassigned') as rep_id,
  rep.name as owner,
  coalesce(rep.team_id, 'unassigned') as team_id,
  coalesce(opportunity.segment, 'unassigned') as segment,
  hygiene_deal.stage,
  stage.position,
  hygiene_deal.bookings_cents,
  hygiene_deal.close_date,
  hygiene_deal.is_overdue,
  hygiene_deal.stage_days,
  hygiene_deal.usual_days,
  coalesce(hygiene_deal.is_stale, false) as is_stale,
  hygiene_deal.is_without_next_step,
  hygiene_deal.is_without_amount,
  hygiene_deal.is_idle,
  hygiene_deal.count_to_mend,
  hygiene_deal.count_pushes,
  hygiene_deal.last_activity_date,
  opportunity.probability_rate,
  -- to a tenth of a percent, finer than any chance is known
  round(deal_forecast.win_rate, 3) as win_rate,
  round(deal_forecast.win_rate_in_quarter, 3) as win_rate_in_quarter,
  round(deal_forecast.win_rate_next_quarter, 3) as win_rate_next_quarter,
  deal_forecast.expected_close_date,
  deal_forecast.expected_if_won_cents,
  deal_forecast.expected_cents,
  deal_forecast.expected_in_quarter_cents,
  deal_forecast.expected_next_quarter_cents,
  deal_forecast.reasons,
  -- names are told apart by spaces
  array_to_string(deal_forecast.risk_flags, ' ') as risk_flags,
  source_file.path as file,
  opportunity.source_line as line
from hygiene_deal
join opportunity
  on opportunity.source = hygiene_deal.source
  and opportunity.opportunity_id = hygiene_deal.opportunity_id
left join deal_forecast on deal_forecast.opportunity_id = hygiene_deal.opportunity_id
left join stage on stage.source = hygiene_deal.source and stage.stage = hygiene_deal.stage
left join account on account.account_id = opportunity.account_id
left join rep on rep.rep_id = hygiene_deal.rep_id
left join source_file on source_file.file_id = opportunity.source_file_id
order by rep_id, hygiene_deal.bookings_cents desc nulls last, hygiene_deal.source, hygiene_deal.opportunity_id
