-- one row per account and product that it has bought, and per account and family of such products
create or replace table territory_input_product as
with bought as (
  select distinct opportunity.account_id, product.name, product.family
  from opportunity_line
  join opportunity using (opportunity_id)
  join product on product.product_id = opportunity_line.product_id
  where opportunity.status = 'won' and opportunity.account_id is not null
)
select account_id, name as product from bought
union
select account_id, family from bought where family is not null
order by all
