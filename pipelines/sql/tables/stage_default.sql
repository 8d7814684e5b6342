-- one row per stage that a source's CRM ships: its internal name and its label
create or replace table stage_default (source varchar, internal_name varchar, label varchar)
