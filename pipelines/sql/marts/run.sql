-- one row: the rebuild that made this warehouse
create or replace table run as
select
  setting.*,
  (
    select min(close_date)
    from opportunity
    where status in ('won', 'lost')
      and close_date > setting.as_of - interval 30 years -- not a slip of the pen
      and close_date <= setting.as_of
  ) as first_close_date
from setting
