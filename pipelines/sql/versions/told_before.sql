-- one row per opportunity whose first changes tell what was before them: the state until then
-- a struct is null where the first telling of a field is no change of it, so that nobody told what was before
create or replace temp table told_before as
with telling as (
  select *
  from told
  semi join (
    select source, opportunity_id
    from told
    where stage_before is not null or amount_before is not null or close_date_before is not null
  ) using (source, opportunity_id)
)
select
  source,
  opportunity_id,
  (
    arg_min({before: stage_before}, (valid_from, rank, known_from, row_order))
      filter (where stage is not null)
  ).before as stage,
  (
    arg_min({before: amount_before}, (valid_from, rank, known_from, row_order))
      filter (where amount is not null)
  ).before as amount,
  (
    arg_min({before: close_date_before}, (valid_from, rank, known_from, row_order))
      filter (where close_date is not null)
  ).before as close_date
from telling
group by source, opportunity_id
