-- one row per record being loaded whose fields couldn't be read: the heading of the field, its value and what is wrong
insert into archive.rejected_row
select
  staged.content_id,
  staged.line,
  coalesce(
    loading.headings[list_position(loading.columns, staged.reject_column)],
    staged.reject_column
  ),
  left(staged.reject_value, 500),
  staged.reject_reason
from archive.{{staging}} as staged
join loading using (content_id)
where staged.reject_reason is not null
