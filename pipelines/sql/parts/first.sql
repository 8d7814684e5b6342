-- one row per row of a mart's first part
create or replace table {{mart}} as
from {{part}}
