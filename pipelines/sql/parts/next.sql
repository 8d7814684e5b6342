-- adds one row per row of another part of a mart
insert into {{mart}} by name
from {{part}}
