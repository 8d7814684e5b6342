-- one row per goal that others name as their parent: its children's goals against its own
create or replace table goal_cascade (
  goal_id varchar not null,
  -- of the children that are combined: those on the same metric, of the coarsest entity type
  entity_type varchar,
  count_combined integer not null,
  count_other_metric integer not null,
  -- sum of the children's targets, or their mean weighted by what the rates are divided by
  combined_target double,
  -- combined target / own target − 1
  buffer_rate double,
  -- whether the children together ask for what the goal asks for; null while some are missing
  is_covered boolean,
  -- entities of that type under the goal's own that have no goal under it
  missing varchar[] not null,
  primary key (goal_id)
)
