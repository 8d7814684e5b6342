-- no rows: which part of a mart is being written
set variable part = $part::integer
