-- one row per compensation plan that is settled: its file as it was read
create or replace table compensation_plan (
  plan varchar not null primary key,
  source_file varchar not null,
  effective_from date not null,
  effective_until date,
  body varchar not null
)
