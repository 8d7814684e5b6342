-- one row: the code that filled the archive; other code may read the same bytes otherwise
create table if not exists archive.code (digest varchar not null)
