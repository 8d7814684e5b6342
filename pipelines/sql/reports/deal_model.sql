-- one row: whether all open deals share one chance, null where none is forecast
select bool_and(model = 'pooled') as is_pooled
from deal_forecast
