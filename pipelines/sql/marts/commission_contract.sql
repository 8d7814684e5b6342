-- one row per won deal: the contract that its commission was paid for, and when that ended before its time
create or replace table commission_contract as
with
deal as (
  select distinct opportunity_id, account_id, deal_type, close_date, bookings_cents
  from commission_deal
),
term as (
  select opportunity_id, term_months from opportunity
),
begun as (
  select opportunity_id, min(start_date) as starts_on
  from signed_subscription
  where opportunity_id is not null
  group by opportunity_id
),
-- subscriptions that follow each other without too many days between are one relation
followed as (
  select
    account_id,
    subscription_id,
    start_date,
    coalesce(end_date, date '9999-12-31') as end_date,
    max(coalesce(end_date, date '9999-12-31')) over (
      partition by account_id
      order by start_date, subscription_id
      rows between unbounded preceding and 1 preceding
    ) as covered_until
  from signed_subscription
),
numbered as (
  select
    *,
    count(*) filter (where date_diff('day', covered_until, start_date) > $lost_after_days) over (
      partition by account_id
      order by start_date, subscription_id
    ) as relation
  from followed
),
relation as (
  select account_id, relation, min(start_date) as from_date, max(end_date) as until_date
  from numbered
  group by account_id, relation
),
lost_renewal as (
  select account_id, close_date as lost_on
  from opportunity
  cross join run
  where status = 'lost' and deal_type = 'renewal' and close_date <= as_of
),
told as (
  select
    relation.*,
    -- a lost renewal tells it at once, else the days after the last one do
    least(
      until_date + $lost_after_days + 1,
      (
        select max(greatest(relation.until_date + 1, lost_on))
        from lost_renewal
        where lost_renewal.account_id = relation.account_id
          and lost_on between until_date - 180 and until_date + $lost_after_days
      )
    ) as lost_on
  from relation
  where until_date < date '9999-12-31'
),
-- of accounts whose subscriptions nobody tells, a lost renewal is all that is known
lost_deal as (
  select deal.opportunity_id, min(lost_on) as lost_on
  from deal
  join lost_renewal on lost_renewal.account_id = deal.account_id and lost_on > deal.close_date
  where deal.account_id not in (select account_id from relation where account_id is not null)
    and not exists (
      select 1
      from deal as later
      where later.account_id = deal.account_id and later.close_date >= lost_renewal.lost_on
    )
  group by deal.opportunity_id
),
credited as (
  select
    opportunity_id,
    issued_on,
    sum(refunded_cents) over (partition by opportunity_id order by issued_on) as refunded_cents
  from commission_refund
),
refunded as (
  select credited.opportunity_id, min(issued_on) as refunded_on
  from credited
  join deal using (opportunity_id)
  where refunded_cents >= abs(bookings_cents)
  group by credited.opportunity_id
)
select
  deal.opportunity_id,
  deal.deal_type,
  deal.close_date as booked_on,
  begun.starts_on,
  term.term_months,
  case
    when least(refunded_on, told.lost_on, lost_deal.lost_on) <= as_of
      then least(refunded_on, told.lost_on, lost_deal.lost_on)
  end as ended_on
from deal
cross join run
left join term using (opportunity_id)
left join begun using (opportunity_id)
left join told
  on told.account_id = deal.account_id
  and coalesce(begun.starts_on, deal.close_date) between told.from_date and told.until_date
left join lost_deal using (opportunity_id)
left join refunded using (opportunity_id)
order by deal.opportunity_id
