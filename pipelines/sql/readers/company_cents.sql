-- minor units of one currency as whole minor units of the company's, half away from zero
create or replace macro company_cents(minor, digits, rate, company_digits) as
  case
    when rate = 1 and digits = company_digits then minor
    else round(minor::double / pow(10, digits) / rate * pow(10, company_digits))::bigint
  end
