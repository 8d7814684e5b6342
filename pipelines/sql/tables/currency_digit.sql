-- one row per currency whose minor unit isn't a hundredth
create or replace table currency_digit (currency varchar, digits integer)
