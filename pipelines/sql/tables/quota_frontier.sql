-- one row per total of quotas looked at: the share of reps that is expected to attain theirs
create or replace table quota_frontier (
  total_cents bigint primary key,
  share_at_quota double not null,
  -- what it is: the recommended total, the one that meets the aim, or a point of the curve
  point varchar not null
)
