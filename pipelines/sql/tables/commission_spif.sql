-- one row per component that pays between two days: its dates, and the budget of it
create or replace table commission_spif (
  plan varchar not null,
  component varchar not null,
  from_date date not null,
  until_date date not null,
  measure varchar not null,
  -- null where it pays whatever comes
  budget_cents bigint,
  -- first_come or pro_rata
  budget_use varchar,
  currency varchar not null,
  primary key (plan, component)
)
