-- one row per entity, fiscal period and view with receivables: their days and the credit sales behind
create or replace table kpi_receivable as
with
-- a credit note lowers what is owed, whichever sign it is written with
invoiced as (
  select
    invoice_id,
    opportunity_id,
    issued_on,
    case when kind = 'credit_note' then -abs(amount_cents) else amount_cents end as amount_cents,
    (kind <> 'credit_note')::integer as invoices
  from invoice
),
-- a payment of an invoice from before the data pays nothing that is counted
entry as (
  select opportunity_id, issued_on as entry_date, amount_cents as owed_cents,
    amount_cents as sold_cents, invoices
  from invoiced
  union all
  select opportunity_id, paid_on, -payment.amount_cents, 0, 0
  from payment
  join invoiced using (invoice_id)
),
placed as (
  select
    unnest(
      entities_of(
        company,
        coalesce(rep_id, 'unassigned'),
        coalesce(team_as_was, 'unassigned'),
        coalesce(region_as_was, 'unassigned'),
        coalesce(team_as_is, 'unassigned'),
        coalesce(region_as_is, 'unassigned'),
        coalesce(segment, 'unassigned'),
        territory_id
      ),
      max_depth := 2
    ),
    entry.*
  from entry
  cross join run
  left join kpi_deal using (opportunity_id)
),
begun_month as (
  select *, least(last_day(month_start), as_of) as month_end
  from kpi_month
  cross join run
  where month_start <= as_of
),
moved as (
  select
    entity_type,
    entity_id,
    view,
    month_start,
    sum(owed_cents) as owed_cents,
    -- each entry is owed on the days from its own to the month's last
    sum(owed_cents * (month_end - entry_date + 1)) as owed_day_cents,
    sum(sold_cents) as sold_cents,
    sum(invoices) as invoices
  from placed
  join begun_month on month_start = date_trunc('month', entry_date)
  group by all
),
span as (
  select entity_type, entity_id, view, min(month_start) as first_month
  from moved
  group by all
),
carried as (
  select
    span.entity_type,
    span.entity_id,
    span.view,
    begun_month.month_start,
    quarter_start,
    year_start,
    coalesce(sum(owed_cents) over earlier, 0) * (month_end - begun_month.month_start + 1)
      + coalesce(owed_day_cents, 0) as owed_day_cents,
    coalesce(sold_cents, 0) as sold_cents,
    coalesce(invoices, 0) as invoices
  from span
  join begun_month on begun_month.month_start >= first_month
  left join moved
    on moved.entity_type = span.entity_type and moved.entity_id = span.entity_id
    and moved.view = span.view and moved.month_start = begun_month.month_start
  window earlier as (
    partition by span.entity_type, span.entity_id, span.view
    order by begun_month.month_start
    rows between unbounded preceding and 1 preceding
  )
),
summed as (
  select
    entity_type,
    entity_id,
    view,
    case
      when grouping(month_start) = 0 then 'month'
      when grouping(quarter_start) = 0 then 'quarter'
      else 'year'
    end as period,
    coalesce(month_start, quarter_start, year_start) as period_start,
    sum(owed_day_cents)::bigint as receivable_day_cents,
    sum(sold_cents)::bigint as credit_sales_cents,
    sum(invoices)::bigint as invoice_count
  from carried
  group by grouping sets (
    (entity_type, entity_id, view, month_start),
    (entity_type, entity_id, view, quarter_start),
    (entity_type, entity_id, view, year_start)
  )
)
select
  * replace (unnest(views_of(view)) as view),
  null::varchar as breakdown
from summed
