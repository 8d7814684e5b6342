-- a day from ISO text; a moment becomes the day it was in the company's time zone
create or replace macro day_iso(value) as
  coalesce(
    case
      when length(value) > 10 then try_cast(value as timestamptz)::date
      else try_cast(value as date)
    end,
    serial_day(value)
  )
