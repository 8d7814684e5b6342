-- a day from a spreadsheet's serial number, which counts from the end of 1899; none before 1970
create or replace macro serial_day(value) as
  case
    when regexp_full_match(value, '\s*\d{5}(\.\d+)?\s*') and try_cast(value as double) between 25569 and 73050
      then date '1899-12-30' + floor(try_cast(value as double))::integer
  end
