-- one row per plan, component and deal whose commission is or was an asset: over which months, and what became of it
create or replace table commission_asset (
  plan varchar not null,
  component varchar not null,
  opportunity_id varchar not null,
  -- as it was told first; null where the deal has no type that is known
  deal_type varchar,
  starts_on date not null,
  ends_on date not null,
  months integer not null,
  -- when the customer was lost, or had all of it back
  ended_on date,
  capitalised_cents bigint not null,
  amortised_cents bigint not null,
  impaired_cents bigint not null,
  closing_cents bigint not null,
  currency varchar not null,
  primary key (plan, component, opportunity_id)
)
