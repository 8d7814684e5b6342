-- one row: the rebuild that made this warehouse
create or replace table run as
select
  setting.*,
  (
    select min(close_date)
    from opportunity
    where status in ('won', 'lost')
  ) as first_close_date
from setting
