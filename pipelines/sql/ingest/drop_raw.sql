-- no rows: the text has been read, and its files still hold it
drop table {{raw}}
