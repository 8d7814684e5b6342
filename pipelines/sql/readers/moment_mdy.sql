-- a moment from text that names the month first
create or replace macro moment_mdy(value) as
  coalesce(
    try_strptime(
      trim(value),
      [
        '%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p',
        '%m.%d.%Y', '%m.%d.%Y %H:%M', '%m.%d.%Y %H:%M:%S', '%m.%d.%Y %I:%M %p', '%m.%d.%Y %I:%M:%S %p',
        '%m-%d-%Y', '%m-%d-%Y %H:%M', '%m-%d-%Y %H:%M:%S', '%m-%d-%Y %I:%M %p', '%m-%d-%Y %I:%M:%S %p',
        '%m/%d/%Y, %I:%M %p'
      ]
    ),
    moment_iso(value)
  )
