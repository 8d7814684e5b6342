-- no rows: has statements read and write the warehouse's own tables again
set search_path = 'main'
