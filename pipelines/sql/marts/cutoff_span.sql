-- one row: the first and the last cutoff
create or replace table cutoff_span as
select min(cutoff) as first_cutoff, max(cutoff) as last_cutoff
from deal_cutoff
