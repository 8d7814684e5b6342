-- one row per row of the raw table, one column's values read as the company file says
create or replace temp view {{mapped}} as
select located.* replace (
  case when rules.value is null then located.{{column}} else nullif(rules.reads, '') end as {{column}}
)
from {{located}} as located
left join {{rules}} as rules on rules.value = trim(located.{{column}})
