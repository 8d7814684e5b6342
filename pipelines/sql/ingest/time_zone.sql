-- no rows: the zone in which moments become days
set TimeZone = $time_zone
