-- no rows: every version is told anew
delete from archive.opportunity_version
