-- one row: how commission is accounted for, as plans/accounting.yaml has it or by default
create or replace table commission_policy (
  capitalised_credit varchar[] not null,
  capitalised_measures varchar[] not null,
  excepted_components varchar[] not null,
  is_expedient boolean not null,
  is_commensurate boolean not null,
  customer_life_months integer not null,
  term_months integer not null,
  -- a number of months, "term" or "customer_life"
  new_benefit varchar not null,
  expansion_benefit varchar not null,
  renewal_benefit varchar not null,
  amortised_by varchar not null,
  amortised_from varchar not null,
  lost_after_days integer not null,
  paid_after_months integer not null
)
