-- no rows: the contents being loaded have no amounts
create or replace temp table loading_amount (
  content_id integer,
  amount_minor bigint,
  rejected_amount_minor bigint
)
