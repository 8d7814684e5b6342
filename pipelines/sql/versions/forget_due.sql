-- no rows: versions that are told anew
delete from archive.opportunity_version
where (source, opportunity_id) in (select (source, opportunity_id) from due_opportunity)
