-- one row per person and plan whose pay isn't forecast from a period on, since a component needs a quota that isn't given yet
create or replace table pay_unquoted (
  rep_id varchar not null,
  plan varchar not null,
  component varchar not null,
  period varchar not null,
  period_start date not null,
  primary key (rep_id, plan)
)
