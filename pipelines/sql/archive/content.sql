-- one row per content that a feed has read: the same bytes read in the same way are read once
create table if not exists archive.content (
  content_id integer not null,
  staging varchar not null,
  sha256 varchar not null,
  -- which heading is which column, and how values are read
  reading varchar not null,
  -- the order of day and month that its columns of dates were read in
  date_orders varchar not null,
  columns varchar[] not null,
  rows bigint not null,
  amount_minor bigint,
  rejected_amount_minor bigint
)
