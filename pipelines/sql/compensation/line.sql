-- one row for a line of pay, or for each of a person's: the person, the credit and the deal that it rests on
select
  line.*,
  coalesce(rep.name, line.rep_id) as name,
  credit.role,
  credit.credited_on,
  credit.amount_cents as credited_cents,
  credit.deal_cents,
  credit.deal_type,
  credit.product,
  credit.reverses,
  opportunity.name as opportunity,
  opportunity.close_date,
  opportunity.known_on
from commission_line as line
left join rep using (rep_id)
left join commission_credit as credit
  on credit.credit_id = line.credit_id and credit.plan = line.plan
left join opportunity on opportunity.opportunity_id = line.opportunity_id
where line.line_id = $line_id or line.rep_id = $rep_id
order by
  line.period_start,
  line.plan,
  line.earned_on,
  line.opportunity_id nulls last,
  line.credit_id nulls last,
  line.tier nulls last,
  line.cause,
  line.line_id
