-- one row per type of deal that reads as neither new, expansion nor renewal
insert into finding
select
  'unknown_deal_type', 'note', 'opportunity', deal_type_as_written,
  min(source_file_id), min_by(source_line, (source_file_id, source_line)),
  count(*) || ' opportunities are of type "' || deal_type_as_written || '"; read as of no type'
from opportunity
where deal_type is null and deal_type_as_written is not null
group by deal_type_as_written
