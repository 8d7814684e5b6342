-- no rows: how much the engine may hold before it spills to disk
set memory_limit = $memory_limit
