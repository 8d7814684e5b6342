-- one row per row of the raw table, whose amounts are in the company's currency
create or replace temp view {{priced}} as
select located.*, setting.currency_digits as digits
from {{located}} as located
cross join setting
