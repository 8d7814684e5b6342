-- no rows: numbers of contents, never given twice, also after a rebuild that broke off
create sequence if not exists archive.content_number
