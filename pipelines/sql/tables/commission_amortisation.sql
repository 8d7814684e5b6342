-- one row per month to come, type of deal and currency: what will be amortised of the assets that stand, if no contract ends before its time
create or replace table commission_amortisation (
  month date not null,
  deal_type varchar not null,
  amortised_cents bigint not null,
  currency varchar not null,
  primary key (month, deal_type, currency)
)
