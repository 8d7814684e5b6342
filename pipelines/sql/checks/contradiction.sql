-- one row per fact that can't change but is told in two ways; the first telling stands
insert into finding
select
  'contradiction', 'warn', object, entity_id, other_file_id, other_line,
  'here ' || other || ', but the drop of ' || stands_drop_date || ' told ' || stands
    || ' first: that stands'
from contradiction
