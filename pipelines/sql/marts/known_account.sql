-- one row per account id that a file without a source may name: the company's account that it is
create or replace table known_account as
-- an id that two sources use is the first one's
select account_match.account_id as alias, arg_min(matched_id, place) as account_id
from account_match
join source_setting using (source)
group by account_match.account_id
