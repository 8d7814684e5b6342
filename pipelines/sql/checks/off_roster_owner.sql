-- one row per CRM user who owns something and isn't on the roster
insert into finding
select
  'off_roster_owner', 'warn', 'rep', rep.rep_id, null, null,
  'owns records but is not in people/roster.csv, so has no team'
from rep
join rep_alias using (rep_id)
where not rep_alias.is_rostered and rep_alias.alias = rep_alias.rep_id and exists (from roster_person)
