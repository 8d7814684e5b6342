-- one row per finding that the checks look for
create or replace table check_kind (finding varchar, severity varchar, description varchar)
