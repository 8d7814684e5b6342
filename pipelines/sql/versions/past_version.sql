-- one row per version of an opportunity, as told by the drops of this rebuild and no later ones
create or replace temp table past_version as
from told_version
limit 0
