-- one row per file with amounts: the total of its amount column in minor units, currencies mixed
insert into file_amount
select
  file_id,
  sum(amount_minor)::bigint as amount_minor,
  coalesce(sum(amount_minor) filter (reject_reason is not null), 0)::bigint as rejected_amount_minor
from {{staging}}
group by file_id
