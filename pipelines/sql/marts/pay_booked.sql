-- one row per company, region, team and rep: bookings of the last twelve complete months, of a group those of who belonged to it on the day
create or replace table pay_booked as
with
sold as (
  select
    company.name as company_id,
    coalesce(place.region_id, 'unassigned') as region_id,
    coalesce(place.team_id, 'unassigned') as team_id,
    opportunity.rep_id,
    opportunity.bookings_cents
  from opportunity
  cross join run
  cross join (select company as name from setting) as company
  left join rep_assignment as place
    on place.rep_id = opportunity.rep_id
    and place.valid_from <= opportunity.close_date and place.valid_to > opportunity.close_date
  where opportunity.status = 'won'
    and opportunity.close_date >= date_trunc('month', as_of) - interval 12 month
    and opportunity.close_date < date_trunc('month', as_of)
    and opportunity.bookings_cents is not null
)
select 'company' as level, company_id as id, sum(bookings_cents)::bigint as bookings_cents
from sold
group by company_id
union all
select 'region', region_id, sum(bookings_cents)::bigint
from sold
group by region_id
union all
select 'team', team_id, sum(bookings_cents)::bigint
from sold
group by team_id
union all
select 'rep', rep_id, sum(bookings_cents)::bigint
from sold
group by rep_id
