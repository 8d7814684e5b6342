-- one row per currency in use that has no rate, with the first row that uses it
select
  used.currency,
  min_by(input_file.path, (used.file_id, used.line)) as path,
  min_by(used.line, (used.file_id, used.line)) as line
from (
  select currency, file_id, line from {{opportunity}} where reject_reason is null
  union all
  select currency, file_id, line from {{quota}} where reject_reason is null
  union all
  select currency, file_id, line from {{budget}} where reject_reason is null
  union all
  select currency, file_id, line from {{invoice}} where reject_reason is null
  union all
  select currency, file_id, line from {{payment}} where reject_reason is null
  union all
  select currency, file_id, line from {{subscription}} where reject_reason is null
) as used
join input_file using (file_id)
where used.currency not in (select currency from currency_rate)
group by used.currency
order by used.currency
