-- whole minor units from a decimal in major units, half away from zero
-- widened first: in 18 digits a trillion times a hundred overflows, and that ends the rebuild
create or replace macro minor_units(amount, digits) as
  try_cast(
    round(amount::decimal(24, 4) * case digits when 2 then 100 when 0 then 1 when 3 then 1000 else 10000 end)
    as bigint
  )
