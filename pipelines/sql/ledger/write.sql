-- one row per forecast of every model in this edition, written to a file of the ledger
copy (
  select as_of, build_id, forecast.*
  from forecast
  cross join run
  order by target, entity_type, entity_id, period, period_start, model
) to {{file}} (format parquet, compression zstd)
