-- one row per compensation plan, the latest first: its name and its file's text
select plan, body
from compensation_plan
order by effective_from desc, plan
