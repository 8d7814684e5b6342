-- one row per record that a feed has read, with its content and line (header = 1)
create table if not exists archive.{{staging}} as
from {{staged}}
limit 0
