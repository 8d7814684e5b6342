-- one row per version of an opportunity, as the drops told by those that the cover names
create table if not exists archive.opportunity_version as
from told_version
limit 0
