-- one row per file of plans that settling read itself: as it stood then
create or replace table commission_input (file varchar not null primary key, sha256 varchar not null)
