-- a forecast category by its usual label, whether an export writes that, a code or an older name
create or replace macro read_category(value) as
  case regexp_replace(lower(value), '[^a-z]', '', 'g')
    when '' then null
    when 'pipeline' then 'Pipeline'
    when 'bestcase' then 'Best Case'
    when 'mostlikely' then 'Most Likely'
    when 'commit' then 'Commit'
    when 'committed' then 'Commit'
    when 'forecast' then 'Commit'
    when 'omitted' then 'Omitted'
    when 'notforecasted' then 'Omitted'
    when 'closed' then 'Closed'
    when 'closedwon' then 'Closed'
    when 'won' then 'Closed'
    when 'lost' then 'Omitted'
    else trim(value)
  end
