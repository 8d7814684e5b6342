-- one row per won deal and member of its team who doesn't own it
create or replace table commission_overlay as
select distinct opportunity_id, rep_id
from opportunity_team_member
where rep_id is not null and opportunity_id in (select opportunity_id from commission_deal)
order by opportunity_id, rep_id
