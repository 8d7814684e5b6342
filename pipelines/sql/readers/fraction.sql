-- a fraction of one from a share that may be written 0.65
create or replace macro read_fraction(value) as try_cast(value as double)
