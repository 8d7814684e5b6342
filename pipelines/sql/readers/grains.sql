-- the grains of fiscal periods
create or replace macro grains() as table
select unnest(['month', 'quarter', 'year']) as period
