-- no rows: the kept versions are of nothing until they are whole
delete from archive.version_cover
