-- one row for a line of pay, or for each of a person's: the person, the credit and the deal that it rests on
with deal as (
  select
    opportunity_id,
    name,
    status,
    close_date,
    known_on,
    source_file_id,
    source_line
  from opportunity
  union all by name
  -- as the row says that had it last, such as the one that deletes it
  select
    opportunity_id,
    name,
    'deleted' as status,
    known_on,
    source_file_id,
    source_line
  from removed_opportunity
)
select
  line.* replace (
    -- of a deal that isn't won any more the row that says so
    coalesce(line.source_file, source_file.path) as source_file,
    coalesce(line.source_line, deal.source_line) as source_line
  ),
  coalesce(rep.name, line.rep_id) as name,
  credit.role,
  credit.credited_on,
  credit.amount_cents as credited_cents,
  credit.deal_cents,
  credit.deal_type,
  credit.product,
  credit.reverses,
  deal.name as opportunity,
  deal.status as deal_status,
  deal.close_date,
  deal.known_on
from commission_line as line
left join rep using (rep_id)
left join commission_credit as credit
  on credit.credit_id = line.credit_id and credit.plan = line.plan
left join deal on deal.opportunity_id = line.opportunity_id
left join source_file on source_file.file_id = deal.source_file_id
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
