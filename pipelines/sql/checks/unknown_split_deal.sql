-- one row per opportunity that plans/splits.csv shares and that is none, or none any more
insert into finding
with known as (
  select opportunity_id from opportunity
  union
  select opportunity_id
  from removed_opportunity
  anti join known_merge on alias = removed_opportunity.opportunity_id
),
stranger as (
  select opportunity_id, max(file_id) as file_id, min(line) as line
  from {{credit_split}}
  anti join known using (opportunity_id)
  where reject_reason is null
  group by opportunity_id
),
near as (
  select
    stranger.opportunity_id,
    min_by(
      known.opportunity_id,
      (levenshtein(known.opportunity_id, stranger.opportunity_id), known.opportunity_id)
    ) as meant
  from stranger
  join known
    on levenshtein(known.opportunity_id, stranger.opportunity_id)
      <= greatest(2, length(stranger.opportunity_id) / 3)
  group by stranger.opportunity_id
)
select
  'unknown_split_deal', 'warn', 'opportunity_split', stranger.opportunity_id, file_id, line,
  case
    when known_merge.opportunity_id is not null
      then 'the deal is merged into "' || known_merge.opportunity_id || '"'
    else 'no export has the deal' || coalesce('; did you mean "' || near.meant || '"?', '')
  end
from stranger
left join near using (opportunity_id)
left join known_merge on known_merge.alias = stranger.opportunity_id
