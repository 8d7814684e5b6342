-- whole seconds from a duration that counts its hours beyond a day: 2705:47:48
create or replace macro read_seconds(value) as
  case
    when regexp_full_match(trim(value), '\d+:[0-5]?\d:[0-5]?\d')
      then split_part(trim(value), ':', 1)::bigint * 3600
        + split_part(value, ':', 2)::bigint * 60
        + split_part(trim(value), ':', 3)::bigint
  end
