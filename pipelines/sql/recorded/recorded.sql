-- one row per record of a file that the company keeps: from when it is known, and until when it stood
create or replace temp table {{recorded}} as
with version as (
  select
    file_id,
    row_number() over (order by file_id) as place,
    coalesce(drop_date, date '0001-01-01') as seen_on,
    lag(coalesce(drop_date, date '0001-01-01')) over (order by file_id) as seen_before,
    lead(drop_date, 1, date '9999-12-31') over (order by file_id) as replaced_on
  from file_content
  where staging = $staging
),
written as (
  select
    staged.*,
    version.place as version_place,
    version.seen_on,
    version.seen_before,
    version.replaced_on,
    -- what a record says, wherever it stands
    hash(*columns(staged.* exclude (row_order, source, drop_date, is_last_drop, file_id, line))) as record
  from {{staging}} as staged
  join version using (file_id)
),
numbered as (
  select
    *,
    row_number() over (partition by record, file_id order by line) as copy
  from written
),
-- a record that goes and comes back was unknown in between
unbroken as (
  select
    *,
    version_place - row_number() over (partition by record, copy order by version_place) as stretch
  from numbered
),
spanned as (
  select
    *,
    min(seen_on) over (partition by record, copy, stretch) as first_seen,
    min_by(seen_before, version_place) over (partition by record, copy, stretch) as unseen_on,
    max(replaced_on) over (partition by record, copy, stretch) as last_seen,
    row_number() over (partition by record, copy, stretch order by version_place desc) as place
  from unbroken
)
select
  spanned.* exclude (
    version_place, seen_on, seen_before, replaced_on, record, copy, stretch, first_seen, unseen_on,
    last_seen, place
  ),
  -- its own word counts, unless the file was seen without it on that day or later
  case
    when spanned.recorded_on <= unseen_on then first_seen
    else coalesce(spanned.recorded_on, first_seen)
  end as known_from,
  last_seen as known_to
from spanned
where place = 1
