-- one row per span and source of leads created in it: how many converted and won, and the days that took
create or replace table win_lead as
with followed as (
  select
    coalesce(lead.lead_source, 'unassigned') as lead_source,
    lead.created_date,
    lead.is_converted,
    opportunity.status,
    case when opportunity.status = 'won' then opportunity.close_date - lead.created_date end as days
  from lead
  left join opportunity on opportunity.opportunity_id = lead.opportunity_id
)
select
  span,
  lead_source,
  count(*) as lead_count,
  count(*) filter (where is_converted) as converted_count,
  count(*) filter (where status = 'won') as won_count,
  count(*) filter (where status = 'open') as open_count,
  sum(days) filter (where days >= 0) as days_to_win,
  count(*) filter (where days >= 0) as days_count,
  quantile_cont(days, [0.25, 0.5, 0.75]) filter (where days >= 0) as days_quartiles
from followed
join win_span on span = 'all' or (created_date >= starts and created_date <= ends)
group by all
