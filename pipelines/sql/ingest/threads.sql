-- no rows: among how many threads the engine shares a statement
set threads = $threads
