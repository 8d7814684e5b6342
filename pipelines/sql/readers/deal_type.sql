-- new, expansion or renewal, by the words that exports use for the type of a deal
create or replace macro read_deal_type(written) as
  case
    when written ilike '%renew%' then 'renewal'
    when written ilike '%expan%' or written ilike '%upsell%' or written ilike '%existing%'
      then 'expansion'
    when written ilike '%new%' then 'new'
  end
