-- no rows: into how many parts a mart's entities are divided
set variable parts = $parts::integer
