-- one row per account of the company, as the latest drop of each source that has it says
create or replace table account as
with told as (
  select
    account_match.matched_id,
    source_setting.place,
    staged.* replace (
      coalesce(first_created.created_date, staged.created_date) as created_date,
      coalesce(parent.matched_id, staged.parent_id) as parent_id
    )
  from {{latest_account}} as staged
  join account_match
    on account_match.source = staged.source and account_match.account_id = staged.account_id
  join source_setting on source_setting.source = staged.source
  left join account_match as parent
    on parent.source = staged.source and parent.account_id = staged.parent_id
  left join {{first_created_account}} as first_created
    on first_created.source = staged.source and first_created.account_id = staged.account_id
  where not staged.is_deleted
),
-- arg_min passes over what is null: the first source's word counts, a later one's fills its gaps
matched as (
  select
    matched_id as account_id,
    arg_min(name, place) as name,
    arg_min(domain, place) as domain,
    arg_min(segment, place) as segment,
    arg_min(industry, place) as industry,
    arg_min(country, place) as country,
    arg_min(employees, place) as employees,
    -- exports name no currency for it: read as the company's own
    arg_min(annual_revenue_minor, place) as annual_revenue_cents,
    arg_min(parent_id, place) as parent_id,
    arg_min(owner_id, place) as owner_id,
    arg_min(created_date, place) as created_date,
    arg_min(source, place) as source,
    arg_min(file_id, place) as source_file_id,
    arg_min(line, place) as source_line,
    count(*)::integer as source_count
  from told
  group by matched_id
)
select matched.*, held.territory_id
from matched
cross join setting
left join territory_assignment as held
  on held.account_id = matched.account_id
  and held.valid_from <= setting.as_of and held.valid_to > setting.as_of
