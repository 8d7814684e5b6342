-- a day from text that names the day first, with or without a time of day
create or replace macro day_dmy(value) as
  coalesce(
    try_strptime(
      trim(value),
      [
        '%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %I:%M %p', '%d/%m/%Y %I:%M:%S %p',
        '%d.%m.%Y', '%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %I:%M %p', '%d.%m.%Y %I:%M:%S %p',
        '%d-%m-%Y', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d-%m-%Y %I:%M %p', '%d-%m-%Y %I:%M:%S %p'
      ]
    )::date,
    day_iso(value)
  )
