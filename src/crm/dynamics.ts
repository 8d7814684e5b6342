import { accountFeeds } from "./dynamics/accounts.ts";
import { activityFeeds } from "./dynamics/activities.ts";
import { dealFeeds } from "./dynamics/deals.ts";
import { layoutIn } from "./feed.ts";

/**
 * Dynamics 365 Sales: the display names of its Excel exports, and the logical names of its tables
 * (Microsoft's entity reference). Option sets come as their codes or as their labels.
 */
export const dynamics = layoutIn(
  {
    shares: "percent",
    numbers: "local",
    names: "loose",
    relations: true,
    bookkeeping: ["(Do Not Modify) *", "_fivetran_*"],
  },
  [...dealFeeds, ...accountFeeds, ...activityFeeds],
);
