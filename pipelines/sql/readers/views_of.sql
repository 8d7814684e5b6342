-- the views that a row stands for: both, where it counts for its entity in either
create or replace macro views_of(view) as
  case view when 'both' then ['as_was', 'as_is'] else [view] end
