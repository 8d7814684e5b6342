-- one row per conflict, orphan, gap or oddity of plans/territories.yaml as of the rebuild
create or replace table territory_issue (
  position integer not null,
  kind varchar not null,
  -- an account's or a rep's id, or a territory's or a team's name
  subject varchar not null,
  -- of the file, where the plan itself is odd
  line integer,
  detail varchar not null,
  primary key (position)
)
