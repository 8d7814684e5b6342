-- one row per factor and group of reps (or step of a number): attainment beside the others' over the last eight complete quarters
create or replace table quota_fairness (
  factor varchar not null,
  level varchar not null,
  count_reps integer not null,
  effect double not null,
  lower_95 double not null,
  upper_95 double not null,
  -- of the factor as a whole, corrected for the number of factors (Holm)
  probability double not null,
  -- whether attainment goes with the factor at all
  is_apart boolean not null,
  primary key (factor, level)
)
