-- one row per account or rep whose key is that of two
insert into finding
select
  'ambiguous_match', 'note', 'account', account_id, null, null,
  'what it is recognised by in ' || source || ' is that of two accounts; matched with neither'
from account_match
where is_ambiguous
union all
select
  'ambiguous_match', 'note', 'rep', alias, null, null,
  'what it is recognised by in ' || source || ' is that of two people; matched with neither'
from rep_match
where is_ambiguous
