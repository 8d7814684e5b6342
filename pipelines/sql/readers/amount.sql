-- a decimal from text, with or without marks of thousands and a currency beside it; else null
-- 18 digits keep it in one machine word: wider decimals parse a hundred times slower
create or replace macro read_amount(value) as
  coalesce(
    try_cast(value as decimal(18, 4)),
    case
      when regexp_full_match(value, '\s*(?:[A-Z]{3}|[$€£¥])?[\s\x{00A0}]*-?\d{1,3}(?:[, ''\x{00A0}\x{202F}]?\d{3})*(?:\.\d+)?[\s\x{00A0}]*(?:[A-Z]{3}|[$€£¥])?\s*')
        then try_cast(regexp_replace(value, '[^0-9.\-]', '', 'g') as decimal(18, 4))
    end
  )
