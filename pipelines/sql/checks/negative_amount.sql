-- one row per opportunity with an amount below zero
insert into finding
select
  'negative_amount', 'warn', 'opportunity', opportunity_id, source_file_id, source_line,
  'amount below zero; kept as written'
from opportunity
where amount_minor < 0
