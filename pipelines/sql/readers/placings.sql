-- the types of entity that a deal, lead or activity counts for, each with the view that puts it there
create or replace macro placings() as table
select *
from (
  values
    ('company', 'both'),
    ('region', 'as_was'),
    ('region', 'as_is'),
    ('team', 'as_was'),
    ('team', 'as_is'),
    ('rep', 'both'),
    ('segment', 'both'),
    ('territory', 'both')
) as types (entity_type, view)
