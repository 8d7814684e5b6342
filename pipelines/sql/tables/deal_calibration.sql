-- one row per horizon and tenth of the chances given at past cutoffs, the lowest first: what they came to
create or replace table deal_calibration (
  -- quarter: won by the end of the cutoff's quarter; year: won within the year after the cutoff
  horizon varchar not null,
  decile integer not null,
  -- chances, of which a deal has one at each monthly cutoff that it was open at
  count_chances integer not null,
  count_deals integer not null,
  mean_rate double not null,
  won_count integer not null,
  won_rate double not null,
  -- 95 % interval of the share won, wider as chances of one deal come out alike
  lower_rate double not null,
  upper_rate double not null,
  primary key (horizon, decile)
)
