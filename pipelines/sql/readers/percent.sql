-- a fraction of one from a percentage: 65 means 0.65
create or replace macro read_percent(value) as try_cast(rtrim(value, ' %') as double) / 100
