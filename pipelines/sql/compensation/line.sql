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
),
-- what the person's credits paid, be it told late
paid as (
  select plan, component, period_start, credit_id, amount_cents
  from commission_line
  where credit_id is not null
    and (cause in ('credit', 'capped', 'budget') or starts_with(cause, 'retroactive: '))
    and (
      rep_id = $rep_id
      or rep_id = (select rep_id from commission_line where line_id = $line_id)
    )
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
  original.amount_cents as original_cents,
  (
    select cast(sum(paid.amount_cents) as bigint)
    from paid
    where paid.plan = line.plan and paid.component = line.component
      and paid.credit_id = credit.reverses and paid.period_start <= line.period_start
  ) as original_paid_cents,
  refund.invoice_id as refund_id,
  refund_file.path as refund_file,
  refund.source_line as refund_line,
  deal.name as opportunity,
  deal.status as deal_status,
  deal.close_date,
  deal.known_on,
  statement.earned_cents as period_earned_cents,
  statement.topped_up_cents,
  coalesce(balance.opening_cents, 0) as owed_before_cents,
  coalesce(balance.taken_over_cents, 0) as taken_over_cents,
  coalesce(balance.handed_over_cents, 0) as handed_over_cents,
  coalesce(balance.closing_cents, 0) as owed_after_cents
from commission_line as line
left join rep using (rep_id)
left join commission_credit as credit
  on credit.credit_id = line.credit_id and credit.plan = line.plan
left join commission_credit as original
  on original.credit_id = credit.reverses and original.plan = line.plan
-- what is taken back is named for the credit and the credit note
left join invoice as refund
  on refund.invoice_id = substr(credit.credit_id, length(credit.reverses) + 2)
left join source_file as refund_file on refund_file.file_id = refund.source_file_id
left join commission_statement as statement
  on statement.rep_id = line.rep_id and statement.plan = line.plan
  and statement.period = line.period and statement.period_start = line.period_start
left join commission_balance as balance
  on balance.rep_id = line.rep_id and balance.plan = line.plan
  and balance.period = line.period and balance.period_start = line.period_start
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
