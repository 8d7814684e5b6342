-- one row per record that has as many fields as its file has headings
insert into {{raw}} by name
select
  substr(filename, $root_length) as path,
  {{columns}}
from read_csv(
  $files,
  columns = { {{headings}} },
  header = true,
  delim = $delimiter,
  quote = $quote,
  escape = $quote,
  auto_detect = false,
  max_line_size = 16777216,
  compression = $compression,
  filename = true,
  store_rejects = true
)
