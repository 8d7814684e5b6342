-- one row per rep and stint: the days from a hire until leaving, as the as-of knows them
create or replace table rep_stint as
with told as (
  select
    person_id as rep_id,
    -- a row without a day of hire goes on with the last one
    last_value(hired_on ignore nulls) over so_far as hired_on,
    case when left_on <= as_of then left_on end as left_on,
    is_edited or is_superseded as is_replaced,
    row_number() over so_far as place
  from roster_row
  cross join setting
  window so_far as (
    partition by person_id order by holds_from, known_from, row_order
    rows between unbounded preceding and current row
  )
  qualify holds_from <= as_of or min(holds_from) over (partition by person_id) = holds_from
),
last_told as (
  select *
  from told
  qualify row_number() over (partition by rep_id, hired_on order by place desc) = 1
),
followed as (
  select *, min(hired_on) over later as next_hired_on
  from last_told
  window later as (
    partition by rep_id order by place rows between 1 following and unbounded following
  )
)
select
  rep_id,
  row_number() over stints as stint,
  hired_on,
  least(left_on, lead(hired_on) over stints - 1) as left_on
from followed
where next_hired_on is null
  -- a day of hire that another took the place of, but for a leaving in between, was corrected
  or (
    coalesce(hired_on < next_hired_on, true)
    and (left_on < next_hired_on or (hired_on is not null and not is_replaced))
  )
window stints as (partition by rep_id order by place)
