-- one row per record of the contents being loaded, text read as dates, numbers and flags
insert into archive.{{staging}} by name
from {{staged}}
