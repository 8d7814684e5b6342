-- one row per cutoff, entity, fiscal period ahead and way of forecasting that any company has without a model
create or replace view forecast_baseline as
select *, 'naive' as model from forecast_naive
union all by name
select *, 'stage_weighted' as model from forecast_stage_weighted
