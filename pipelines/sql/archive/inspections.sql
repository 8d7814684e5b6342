-- one row per input file as it was last looked at
from archive.inspection order by path
