-- one row per opportunity whose day has come
create or replace view {{events}} as
select *, {{happened_on}} as happened_on
from own_deal
where {{happened_on}} <= (select as_of from run)
