-- one row per rep with a recommended quota for the year: the figure, what the rep is expected to book and why
select
  quota_recommendation.rep_id,
  coalesce(rep.name, quota_recommendation.rep_id) as rep,
  rep.team_id,
  rep.region_id,
  quota_recommendation.period_start,
  fiscal_period.label,
  quota_recommendation.quota_cents,
  quota_recommendation.expected_cents,
  quota_recommendation.lower_80_cents,
  quota_recommendation.upper_80_cents,
  quota_recommendation.attainment_probability,
  quota_recommendation.allocator_even_cents,
  quota_recommendation.allocator_prior_year_cents,
  quota_recommendation.allocator_trailing_cents,
  quota_recommendation.allocator_potential_cents,
  quota_recommendation.held_by,
  quota_recommendation.reasons,
  kpi_quota.quota_cents as current_quota_cents
from quota_recommendation
join fiscal_period
  on fiscal_period.period = quota_recommendation.period
  and fiscal_period.period_start = quota_recommendation.period_start
left join rep on rep.rep_id = quota_recommendation.rep_id
left join fiscal_period as current_year on current_year.period = 'year' and current_year.is_current
left join kpi_quota
  on kpi_quota.entity_type = 'rep'
  and kpi_quota.entity_id = quota_recommendation.rep_id
  and kpi_quota.period = 'year'
  and kpi_quota.period_start = current_year.period_start
where quota_recommendation.period = 'year'
order by quota_recommendation.quota_cents desc, quota_recommendation.rep_id
