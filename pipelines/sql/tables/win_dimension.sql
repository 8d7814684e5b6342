-- one row per span, scope and dimension that decided deals are compared by: how often it isn't known, and whether it can be compared
create or replace table win_dimension (
  span varchar not null,
  scope varchar not null,
  dimension varchar not null,
  value_count integer not null,
  unknown_won_rate double not null,
  unknown_lost_rate double not null,
  is_comparable boolean not null,
  is_modelled boolean not null,
  primary key (span, scope, dimension)
)
