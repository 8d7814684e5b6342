-- one row per metric, entity, view, current fiscal period and earlier one: what the earlier one had when as many of its days had passed
create or replace table same_day (
  metric varchar not null,
  entity_type varchar not null,
  entity_id varchar not null,
  view varchar not null,
  period varchar not null,
  period_start date not null,
  compared_with varchar not null,
  earlier_start date not null,
  until date not null,
  value double not null,
  n bigint not null,
  is_too_few boolean not null
)
