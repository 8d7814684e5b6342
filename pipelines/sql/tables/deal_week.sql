-- one row per open opportunity and week up to the end of the quarter after the cutoff's: the chances to have been won, or lost, by its end
create or replace table deal_week (
  opportunity_id varchar not null,
  -- weeks are cut where a month ends
  week_end date not null,
  won_rate double not null,
  lost_rate double not null,
  primary key (opportunity_id, week_end)
)
