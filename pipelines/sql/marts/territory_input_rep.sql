-- one row per person who may have a territory, with whether it is their work to carry accounts
create or replace table territory_input_rep as
select
  rep.rep_id,
  rep.name,
  rep.role,
  rep.team_id,
  rep.region_id,
  rep.hired_on,
  rep.is_active,
  rep.is_active and (
    rep.role in ('account_executive', 'account_manager')
    or (
      rep.role is null
      and rep.rep_id in (select rep_id from territory_input_account where rep_id is not null)
    )
  ) as is_carrier
from rep
where rep.rep_id <> 'unassigned'
order by rep.rep_id
