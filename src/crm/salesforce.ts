import { connectorHeadings, layoutIn } from "./feed.ts";
import { accountFeeds } from "./salesforce/accounts.ts";
import { activityFeeds } from "./salesforce/activities.ts";
import { dealFeeds } from "./salesforce/deals.ts";
import { forecastFeeds } from "./salesforce/forecasts.ts";
import { marketingFeeds } from "./salesforce/marketing.ts";

/**
 * Salesforce: API column names of data exports first, then the labels that report exports carry
 * (Object Reference for Salesforce, field labels). Warehouse dumps write the API names in
 * snake_case.
 */
export const salesforce = layoutIn(
  {
    shares: "percent",
    numbers: "point",
    names: "loose",
    utc: connectorHeadings,
    bookkeeping: ["_fivetran_*"],
  },
  [...dealFeeds, ...accountFeeds, ...marketingFeeds, ...activityFeeds, ...forecastFeeds],
);
