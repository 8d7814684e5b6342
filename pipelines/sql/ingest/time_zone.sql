-- no rows: the zone in which moments become days
set time_zone = $time_zone
