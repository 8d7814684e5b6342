-- one row per rep whose accounts are balanced, the furthest from balance of each pool first
select
  territory_rep.rep_id,
  rep.name as rep,
  territory_rep.pool,
  territory_rep.count_accounts_before,
  territory_rep.count_accounts_after,
  territory_rep.deviation_before_rate,
  territory_rep.deviation_after_rate,
  territory_rep.position_before_rate,
  territory_rep.position_after_rate,
  max(before_rate) filter (where measure = 'potential') as potential_before_rate,
  max(after_rate) filter (where measure = 'potential') as potential_after_rate,
  max(before_rate) filter (where measure = 'workload') as workload_before_rate,
  max(after_rate) filter (where measure = 'workload') as workload_after_rate,
  max(before_rate) filter (where measure = 'history') as history_before_rate,
  max(after_rate) filter (where measure = 'history') as history_after_rate
from territory_rep
join territory_balance using (rep_id)
join rep using (rep_id)
group by all
order by pool, deviation_before_rate desc, rep_id
