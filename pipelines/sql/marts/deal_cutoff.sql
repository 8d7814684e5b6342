-- one row per cutoff of which it is known which deals were open then
create or replace table deal_cutoff as
with told as (
  select greatest(kpi_told.told_since, min(version.valid_from)::date) as since
  from opportunity_version as version
  cross join kpi_told
  group by kpi_told.told_since
)
select
  forecast_cutoff.*,
  (row_number() over (order by cutoff))::integer as place
from forecast_cutoff
left join told on true
where is_as_of or cutoff >= since
