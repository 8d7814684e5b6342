-- one row per plan, person, deal (or line of it) and role in which it is credited; what is taken back on rows of its own
create or replace table commission_credit (
  credit_id varchar not null,
  plan varchar not null,
  rep_id varchar not null,
  role varchar not null,
  credited_on date not null,
  opportunity_id varchar,
  deal_line_id varchar,
  deal_type varchar,
  product varchar,
  amount_cents bigint not null,
  credit_cents bigint not null,
  deal_cents bigint not null,
  currency varchar not null,
  reverses varchar,
  source_file varchar,
  source_line bigint,
  primary key (plan, credit_id)
)
