-- one row: the sources whose deals have no history but the difference of their drops, and the first day known of any
with told as (
  select
    source,
    bool_or(basis = 'history') as has_history,
    coalesce(min(valid_from) filter (where basis = 'history'), min(known_from))::date as first_known
  from opportunity_version
  where basis <> 'inferred'
  group by source
)
select
  max(first_known) as first_known,
  coalesce(list(source order by source) filter (where not has_history), []) as drop_sources
from told
