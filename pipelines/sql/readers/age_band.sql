-- how long a deal has been open, in words
create or replace macro age_band(days) as
  case
    when days <= 30 then '0–30 days'
    when days <= 60 then '31–60 days'
    when days <= 90 then '61–90 days'
    when days <= 180 then '91–180 days'
    when days <= 365 then '181–365 days'
    when days > 365 then 'over 365 days'
    else 'not given'
  end
