-- one row per source of exports: how old its latest drop is as of the as-of
create or replace table feed as
select
  source_setting.source,
  source_setting.last_drop,
  source_setting.max_age_days,
  (setting.as_of - source_setting.last_drop)::integer as age_days
from source_setting
cross join setting
where source_setting.last_drop is not null
