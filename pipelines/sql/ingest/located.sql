-- one row per row of the raw table, with its source, drop, file and line (header = 1)
create or replace temp view {{located}} as
select
  raw.rowid as row_order,
  position.source,
  position.drop_date,
  position.file_id,
  raw.rowid - position.first_row + 2
    + case
        when position.gaps is null then 0
        else len(list_filter(position.gaps, lambda gap: gap <= raw.rowid - position.first_row))
      end as line,
  raw.* exclude (path)
from {{raw}} as raw
join {{position}} as position using (path)
