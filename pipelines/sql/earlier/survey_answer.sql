-- one row per person and question asked by the day
create or replace view survey_answer as
select survey_answer.*
from main.survey_answer
cross join run
where asked_date <= as_of
