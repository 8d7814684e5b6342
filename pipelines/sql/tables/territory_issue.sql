-- one row per conflict, orphan or oddity of plans/territories.yaml as of the rebuild
create or replace table territory_issue (
  position integer not null,
  kind varchar not null,
  -- an account's id or a territory's name
  subject varchar not null,
  -- of the file, where the plan itself is odd
  line integer,
  detail varchar not null,
  primary key (position)
)
