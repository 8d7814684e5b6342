-- true or false from the words that exports use
create or replace macro read_flag(value) as
  case
    when lower(trim(value)) in ('true', '1', 'yes', 't', 'y') then true
    when lower(trim(value)) in ('false', '0', 'no', 'f', 'n') then false
  end
