-- no rows: those of a scenario are taken out
delete from {{table}} where scenario = $scenario
