-- whole minor units of the company's currency that a version books at the rate of a day; where there is none, at its own
-- doubles here give the same result each time: each is of one row, and only their results are added
create or replace macro bookings_at(bookings_cents, amount_cents, amount_minor, digits, rate, company_digits) as
  case
    when amount_cents <> 0 and rate is not null
      then round(
        bookings_cents::double
        * company_cents(amount_minor, digits, rate, company_digits)
        / amount_cents
      )::bigint
    else bookings_cents
  end
