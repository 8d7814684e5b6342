-- no rows: has statements write to that place, and read what isn't there from the warehouse's own
set search_path = 'earlier_day,main'
