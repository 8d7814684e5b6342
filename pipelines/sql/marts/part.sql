-- no rows: which part of its entities a mart is being written for
set variable part = $part::integer
