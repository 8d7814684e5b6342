-- one row per answer to a survey by the as-of; a blank score was asked for and not given
create or replace table survey_answer as
select
  staged.survey,
  coalesce(rep_alias.rep_id, staged.person_id) as person_id,
  staged.asked_date,
  staged.question,
  staged.score_value
from {{survey}} as staged
cross join setting
left join rep_alias on rep_alias.alias = staged.person_id
where staged.reject_reason is null and staged.asked_date <= setting.as_of
