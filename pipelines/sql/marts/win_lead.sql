-- one row per span and source of leads created in it: how many converted and won, and the days that took
create or replace table win_lead as
with followed as (
  select
    coalesce(created.lead_source, 'unassigned') as lead_source,
    happened_on,
    created.is_converted,
    is_won,
    won_days,
    opportunity.status = 'open' as is_open
  from kpi_lead_created as created
  join lead on lead.lead_id = created.lead_id
  left join opportunity on opportunity.opportunity_id = lead.opportunity_id
)
select
  span,
  lead_source,
  count(*) as lead_count,
  count(*) filter (where is_converted) as converted_count,
  count(*) filter (where is_won) as won_count,
  count(*) filter (where is_open) as open_count,
  quantile_cont(won_days, [0.25, 0.5, 0.75]) as days_quartiles
from followed
join win_span on span = 'all' or (happened_on >= starts and happened_on <= ends)
group by all
