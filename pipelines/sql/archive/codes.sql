-- one row: the code that filled the archive
from archive.code
