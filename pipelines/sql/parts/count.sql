-- no rows: in how many parts a mart is written
set variable parts = $parts::integer
