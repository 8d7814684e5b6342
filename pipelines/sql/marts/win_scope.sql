-- one row per opportunity, span and scope that it is compared in; open ones in every span
create or replace view win_scope as
with spans as (
  select
    opportunity_id,
    account,
    status,
    cycle_days,
    deal_type,
    unnest(case when is_recent or status = 'open' then ['recent', 'all'] else ['all'] end) as span
  from win_deal
)
select
  opportunity_id,
  account,
  status,
  cycle_days,
  spans.span,
  unnest(case when deal_type = 'unassigned' then ['all'] else ['all', deal_type] end) as scope
from spans
semi join win_span on win_span.span = spans.span
