-- a moment from a spreadsheet's serial number, whose fraction is the time of day, to the second
create or replace macro serial_moment(value) as
  serial_day(value)
    + to_seconds(round((try_cast(value as double) - floor(try_cast(value as double))) * 86400)::bigint)
