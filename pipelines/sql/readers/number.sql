-- a number from text, with or without thousands commas
create or replace macro read_number(value) as
  coalesce(try_cast(value as double), read_amount(value)::double)
