-- one row per source and CRM user, as the source writes it, who owns a record
create or replace table record_owner as
with told as (
  select source, owner_id from {{opportunity}}
  union
  select source, owner_id from {{account}}
  union
  select source, owner_id from {{lead}}
  union
  select source, owner_id from {{activity}}
)
from told where owner_id is not null
