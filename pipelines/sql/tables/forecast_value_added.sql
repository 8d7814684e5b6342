-- one row per step from one forecast to another, for an entity, all of a type or a person, by grain and periods ahead: how much closer it came
create or replace table forecast_value_added (
  -- backtest: forecasts made again at past cutoffs; published: those of the ledger, and of people alone
  basis varchar not null,
  -- such as model_over_naive: the first is better where it added value
  step varchar not null,
  -- what kind of call is compared; null between models
  category varchar,
  entity_type varchar not null,
  -- null: every entity of the type
  entity_id varchar,
  -- whose calls; null: everybody's, or between models
  called_by varchar,
  period varchar not null,
  -- periods ahead of the one that held the forecast's day
  horizon integer not null,
  -- pairs of forecasts, and the periods that they are of
  n bigint not null,
  count_periods integer not null,
  -- errors summed without sign
  before_cents bigint not null,
  after_cents bigint not null,
  actual_cents bigint not null,
  -- (before − after) ÷ booked, above zero where the step came closer; null where nothing was booked
  added_rate double,
  -- 95 %, periods drawn again with replacement; null with fewer than five
  lower_rate double,
  upper_rate double
)
