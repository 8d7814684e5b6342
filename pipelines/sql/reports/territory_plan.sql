-- one row for the plan of territories: how many accounts it places, and how many it has no rep for
select
  count(*) as count_accounts,
  count(distinct territory) as count_territories,
  count(*) filter (where territory is not null and rep_id is null) as count_without_rep
from territory_account
