-- one row per version of an opportunity, as told by the drops of this rebuild and no later ones
create or replace temp view kept_version as
from past_version
