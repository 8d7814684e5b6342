-- one row per record of the files, all text: nothing is sniffed and nothing cast
create or replace table {{table}} as
from read_csv(
  $files,
  columns = { {{headings}} },
  header = true,
  delim = ',',
  quote = '"',
  escape = '"',
  auto_detect = false
)
