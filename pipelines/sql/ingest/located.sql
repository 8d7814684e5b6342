-- one row per row of the raw table, with its content and line (header = 1)
create or replace temp view {{located}} as
select
  position.content_id,
  raw.rowid - position.first_row + 2
    + case
        when position.gaps is null then 0
        else len(list_filter(position.gaps, lambda gap: gap <= raw.rowid - position.first_row))
      end as line,
  raw.* exclude (path)
from {{raw}} as raw
join {{position}} as position using (path)
