-- one row: how this rebuild's files compare with those that the kept versions were made of
with current_content as (
  select distinct file_content.content_id, file_content.drop_date, file_content.source
  from file_content
  join input_file using (file_id)
  where input_file.object in (
    'opportunity', 'opportunity_history', 'opportunity_field_history', 'merged_opportunity'
  )
),
cover as (
  from archive.version_cover where rules = $rules
),
latest as (
  select source, max(drop_date) as drop_date
  from cover
  group by source
)
select
  (select count(*) from cover) as count_cover,
  (select count(*) from cover anti join current_content using (content_id, drop_date, source)) as count_gone,
  (select count(*) from current_content anti join cover using (content_id, drop_date, source)) as count_new,
  (
    select count(*)
    from current_content
    join latest using (source)
    anti join cover
      on cover.content_id = current_content.content_id and cover.drop_date = current_content.drop_date
      and cover.source = current_content.source
    where current_content.drop_date <= latest.drop_date
  ) as count_late
