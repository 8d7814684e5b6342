-- one row per row of the raw table, one column's decimal commas written as points
create or replace temp view {{pointed}} as
select located.* replace (
  case when commas.content_id is null then located.{{column}} else point_decimal(located.{{column}}) end
    as {{column}}
)
from {{located}} as located
left join {{commas}} as commas on commas.content_id = located.content_id
