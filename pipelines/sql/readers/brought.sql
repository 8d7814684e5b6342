-- what a group of deals brought for one measure of effort; a deal without that measure says nothing
create or replace macro brought(measure, effort, won_cents, status) as {
  measure: measure,
  deals: count(effort),
  won_deals: count(effort) filter (status = 'won'),
  won_cents: sum(won_cents) filter (effort is not null)::hugeint,
  effort: sum(effort)::hugeint
}
