-- one row per line of an opportunity whose day has come, with its product
create or replace view {{events}} as
select
  own_deal.* replace (line.product_id as own_product_id),
  line.amount_cents as opportunity_line__amount_cents,
  line.quantity as opportunity_line__quantity,
  line.product_id as opportunity_line__product_id,
  product.name as product__name,
  product.family as product__family,
  {{happened_on}} as happened_on
from opportunity_line as line
join own_deal on own_deal.opportunity_id = line.opportunity_id
left join product on product.product_id = line.product_id
where {{happened_on}} <= (select as_of from run)
