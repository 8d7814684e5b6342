-- one row per content being loaded: what it holds; written last, so that it is whole
insert into archive.content by name
with counted as (
  select content_id, count(*) as rows
  from archive.{{staging}}
  semi join loading using (content_id)
  group by content_id
)
select
  loading.content_id,
  $staging as staging,
  loading.sha256,
  $reading as reading,
  $date_orders as date_orders,
  loading.columns,
  coalesce(counted.rows, 0) as rows,
  loading_amount.amount_minor,
  loading_amount.rejected_amount_minor
from loading
left join counted using (content_id)
left join loading_amount using (content_id)
