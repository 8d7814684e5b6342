-- one row per cell of accounts alike: what one of them is worth a year
create or replace table quota_cell_worth (
  cell_id integer primary key,
  -- by segment, industry and size
  potential_cents bigint not null,
  -- standard error of the potential, as a share of it
  potential_error_rate double not null,
  -- by these and what it bought before
  expected_cents bigint not null
)
