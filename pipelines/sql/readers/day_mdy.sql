-- a day from text that names the month first, with or without a time of day
create or replace macro day_mdy(value) as
  coalesce(
    try_strptime(
      trim(value),
      [
        '%m/%d/%Y', '%m/%d/%Y %H:%M', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %I:%M %p', '%m/%d/%Y %I:%M:%S %p',
        '%m.%d.%Y', '%m.%d.%Y %H:%M', '%m.%d.%Y %H:%M:%S', '%m.%d.%Y %I:%M %p', '%m.%d.%Y %I:%M:%S %p',
        '%m-%d-%Y', '%m-%d-%Y %H:%M', '%m-%d-%Y %H:%M:%S', '%m-%d-%Y %I:%M %p', '%m-%d-%Y %I:%M:%S %p',
        '%m/%d/%Y, %I:%M %p'
      ]
    )::date,
    day_iso(value)
  )
