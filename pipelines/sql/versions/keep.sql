-- one row per version of an opportunity that was due
insert into archive.opportunity_version by name
from told_version
