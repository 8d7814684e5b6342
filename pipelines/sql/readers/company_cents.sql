-- minor units of one currency as whole minor units of the company's, half away from zero
-- doubles here give the same result each time: each is of one row, and only their results are added
create or replace macro company_cents(minor, digits, rate, company_digits) as
  case
    when rate = 1 and digits = company_digits then minor
    -- at par only the decimal point moves
    when rate = 1 then round(minor * pow(10, company_digits - digits)::decimal(18, 4))::bigint
    else round(minor::double / pow(10, digits) / rate * pow(10, company_digits))::bigint
  end
