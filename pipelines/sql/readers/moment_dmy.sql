-- a moment from text that names the day first
create or replace macro moment_dmy(value) as
  coalesce(
    try_strptime(
      trim(value),
      [
        '%d/%m/%Y', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d/%m/%Y %I:%M %p', '%d/%m/%Y %I:%M:%S %p',
        '%d.%m.%Y', '%d.%m.%Y %H:%M', '%d.%m.%Y %H:%M:%S', '%d.%m.%Y %I:%M %p', '%d.%m.%Y %I:%M:%S %p',
        '%d-%m-%Y', '%d-%m-%Y %H:%M', '%d-%m-%Y %H:%M:%S', '%d-%m-%Y %I:%M %p', '%d-%m-%Y %I:%M:%S %p'
      ]
    ),
    moment_iso(value)
  )
