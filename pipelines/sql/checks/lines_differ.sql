-- one row per opportunity whose lines don't add up to its amount
insert into finding
with total as (
  select opportunity_id, sum(amount_cents) as lines_cents, count(*) as count_lines
  from opportunity_line
  group by opportunity_id
)
select
  'lines_differ', 'warn', 'opportunity', opportunity.opportunity_id, source_file_id, source_line,
  'the lines add up to another amount; the amount of the opportunity counts'
from opportunity
join total using (opportunity_id)
-- conversion rounds each line to a whole minor unit
where abs(total.lines_cents - opportunity.amount_cents) > total.count_lines
