-- one row per opportunity that is due, of one part of several: what is told at once must fit in memory
create or replace temp table version_due as
select source, opportunity_id
from due_opportunity
where hash(source, opportunity_id) % $parts::ubigint = $part::ubigint
