-- one row per currency in use by the as-of that has no rate, with the first row that uses it
select
  used.currency,
  min_by(input_file.path, (used.file_id, used.line)) as path,
  min_by(used.line, (used.file_id, used.line)) as line
from (
  select currency, file_id, line from {{opportunity}}
  where reject_reason is null
  union all
  select currency, file_id, line from {{quota}}
  where reject_reason is null and coalesce(recorded_on, date '0001-01-01') <= (select as_of from setting)
  union all
  select currency, file_id, line from {{budget}}
  where reject_reason is null and coalesce(recorded_on, date '0001-01-01') <= (select as_of from setting)
  union all
  select currency, file_id, line from {{invoice}}
  where reject_reason is null and issued_on <= (select as_of from setting)
  union all
  select currency, file_id, line from {{payment}}
  where reject_reason is null and paid_on <= (select as_of from setting)
  union all
  select currency, file_id, line from {{subscription}}
  where reject_reason is null and start_date <= (select as_of from setting)
) as used
join input_file using (file_id)
where used.currency not in (select currency from currency_rate)
group by used.currency
order by used.currency
