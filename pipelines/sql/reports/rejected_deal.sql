-- one row: rejected opportunity rows, and those of them whose amount can't be known
select
  count(*) as count_rejected,
  count(*) filter (
    reason in (
      'unparsable amount',
      'too many columns',
      'missing columns',
      'unquoted value',
      'line size over maximum',
      'invalid encoding'
    )
  ) as count_unknown
from rejected_row
where object = 'opportunity'
