-- a moment from ISO text, on the clock of the company's time zone
create or replace macro moment_iso(value) as
  coalesce(try_cast(value as timestamptz)::timestamp, serial_moment(value))
