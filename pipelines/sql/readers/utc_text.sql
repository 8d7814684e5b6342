-- a text that is a moment without a zone, as one in UTC; one at midnight is a day and stays as it is
create or replace macro utc_text(value) as
  case
    when regexp_full_match(value, '\d{4}-\d\d-\d\d[ T]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?')
        and not regexp_matches(value, ' 0?0:00(:00)?(\.0+)?$')
      then value || 'Z'
    else value
  end
