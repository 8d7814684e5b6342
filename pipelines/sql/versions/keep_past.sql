-- one row per version of an opportunity that was due
insert into past_version by name
from told_version
