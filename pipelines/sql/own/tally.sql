-- one row per entity, view and fiscal period: what aggregates come to there
create or replace view {{tally}} as
select * replace (unnest(views_of(view)) as view)
from {{totals}}
