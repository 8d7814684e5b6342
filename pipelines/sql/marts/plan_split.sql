-- one row per share of a deal's credit in plans/splits.csv and span of dates in which it holds
create or replace table plan_split as
with recorded as (
  select
    staged.*,
    case when staged.known_to <= as_of then staged.known_to else date '9999-12-31' end as stood_to,
    min(staged.known_from) over (partition by staged.opportunity_id) as first_known
  from {{recorded_credit_split}} as staged
  cross join setting
  where staged.reject_reason is null and staged.known_from <= as_of
),
begun as (
  select
    recorded.*,
    case
      -- what is written in the place of a row leaves it the days on which that stood
      when edited.stood_to is not null
        then greatest(coalesce(recorded.effective_from, recorded.known_from), recorded.known_from)
      when recorded.effective_from is not null then recorded.effective_from
      when recorded.known_from = recorded.first_known then date '0001-01-01'
      else recorded.known_from
    end as valid_from
  from recorded
  left join (select distinct opportunity_id, person_id, role, stood_to from recorded) as edited
    on edited.opportunity_id = recorded.opportunity_id and edited.person_id = recorded.person_id
    and edited.role is not distinct from recorded.role and edited.stood_to = recorded.known_from
),
-- a row holds until the next one of the same person and role, or until it is deleted
spanned as (
  select
    *,
    least(
      stood_to,
      lead(valid_from, 1, date '9999-12-31') over (
        partition by opportunity_id, person_id, role order by valid_from, known_from, file_id, line
      )
    ) as valid_to
  from begun
),
person as (
  select rep_id from rep
  union
  select person_id from roster_person
)
select
  spanned.opportunity_id,
  coalesce(person.rep_id, 'unassigned') as rep_id,
  spanned.credit_rate,
  spanned.pay_rate,
  spanned.role,
  spanned.valid_from,
  spanned.valid_to,
  spanned.known_from,
  spanned.person_id,
  spanned.file_id as source_file_id,
  spanned.line as source_line
from spanned
left join person on person.rep_id = spanned.person_id
where spanned.valid_from < spanned.valid_to
