-- one row per input file as it was last looked at; its stamp tells whether it has changed since
create table if not exists archive.inspection (
  path varchar not null,
  stamp varchar not null,
  sha256 varchar not null,
  bytes bigint not null,
  encoding varchar,
  preface varchar,
  delimiter varchar,
  quote varchar,
  headings varchar[] not null
)
