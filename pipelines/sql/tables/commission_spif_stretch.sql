-- one row per SPIF and stretch of days beside which it is read: what was won of the kind that it pays for
create or replace table commission_spif_stretch (
  plan varchar not null,
  component varchar not null,
  -- year_before, before, during or after
  stretch varchar not null,
  from_date date not null,
  until_date date not null,
  count_deals integer not null,
  -- in the company's currency
  bookings_cents bigint not null,
  primary key (plan, component, stretch)
)
