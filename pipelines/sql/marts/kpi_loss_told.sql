-- one row per company that lost a deal: which explanations of the loss at least one of those deals tells
create or replace table kpi_loss_told as
select
  count(loss_reason) > 0 as has_reason,
  count(competitor) > 0 as has_competitor,
  count(lost_stage) > 0 as has_stage
from kpi_deal
where status = 'lost'
having count(*) > 0
