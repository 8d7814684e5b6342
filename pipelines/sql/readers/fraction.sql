-- a fraction of one from a share that may be written 0.65; what is above one isn't such a share
create or replace macro read_fraction(value) as
  case when try_cast(value as double) <= 1 then try_cast(value as double) end
