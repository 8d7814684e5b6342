-- one row: how many rows a table has, and a digest of them that no order of theirs changes
select
  count(*) as rows,
  format('{:016x}', coalesce(sum(hash(written)::hugeint) % 18446744073709551616, 0)::ubigint) as digest
from {{table}} as written
