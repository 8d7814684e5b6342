-- one row per file with amounts: control totals, currencies mixed
create or replace table file_amount (
  file_id integer,
  amount_minor bigint,
  rejected_amount_minor bigint
)
