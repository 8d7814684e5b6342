-- one row per version of an opportunity, as told by the drops of this rebuild
create or replace temp view kept_version as
from archive.opportunity_version
