-- one row per open opportunity and state that it has been in: since when, and since which export that is known
select
  version.opportunity_id,
  version.valid_from::date as valid_from,
  version.known_from,
  version.status,
  version.stage,
  version.bookings_cents,
  version.close_date,
  version.rep_id,
  rep.name as owner
from opportunity_version as version
join opportunity
  on opportunity.source = version.source
  and opportunity.opportunity_id = version.opportunity_id
  and opportunity.status = 'open'
cross join run
left join rep on rep.rep_id = version.rep_id
-- of an inferred state nothing is known but that there was one
where version.basis <> 'inferred' and version.valid_from::date <= run.as_of
order by version.opportunity_id, version.version
