-- a whole number in two bytes, the most that they hold where it is more: quartiles keep every value in memory
create or replace macro two_bytes(value) as
  least(value, 32767)::smallint
