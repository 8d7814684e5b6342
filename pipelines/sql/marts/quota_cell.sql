-- one row per origin, role and cell of accounts alike: how many, and what they booked the year after
create or replace table quota_cell as
select
  (row_number() over (order by origin, role, segment, industry, size_band, history_band, is_lapsed))::integer
    as cell_id,
  cells.*
from (
  select
    origin,
    any_value(month_number) as month_number,
    role,
    segment,
    industry,
    size_band,
    history_band,
    is_lapsed,
    count(*)::integer as count_accounts,
    sum(after_cents)::bigint as after_cents,
    -- of whole major units, which fit a double
    sum((after_cents // 100)::hugeint * (after_cents // 100))::double as after_squares
  from quota_account_cell
  group by origin, role, segment, industry, size_band, history_band, is_lapsed
) as cells
