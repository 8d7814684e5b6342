-- one row per earlier cutoff, period, cause, deal, rep and segment: what the deal did to the published forecast since, none where that is nothing
create or replace table forecast_change_deal (
  cutoff date not null,
  period varchar not null,
  period_start date not null,
  cause varchar not null,
  opportunity_id varchar not null,
  rep_id varchar not null,
  segment varchar not null,
  cents bigint not null,
  primary key (cutoff, period, period_start, cause, opportunity_id, rep_id, segment)
)
