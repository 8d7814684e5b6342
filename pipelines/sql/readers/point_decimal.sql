-- the text of a number with a decimal point, from one with a decimal comma and any mark of thousands
create or replace macro point_decimal(value) as
  case
    when regexp_full_match(value, '\s*([A-Z]{3}|[$€£¥])?[\s\x{00A0}]*-?(\d+|\d{1,3}([. ''\x{00A0}\x{202F}]\d{3})+)(,\d*)?[\s\x{00A0}]*([A-Z]{3}|[$€£¥%])?\s*')
      then replace(regexp_replace(value, '[^0-9,\-%]', '', 'g'), ',', '.')
    else value
  end
