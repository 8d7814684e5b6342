import { connectorHeadings, layoutIn } from "./feed.ts";
import { activityFeeds } from "./hubspot/activities.ts";
import { companyFeeds } from "./hubspot/companies.ts";
import { dealFeeds } from "./hubspot/deals.ts";

/** The stages of the sales pipeline that every account begins with, by their internal names. */
const stages = {
  appointmentscheduled: "Appointment Scheduled",
  qualifiedtobuy: "Qualified To Buy",
  presentationscheduled: "Presentation Scheduled",
  decisionmakerboughtin: "Decision Maker Bought-In",
  contractsent: "Contract Sent",
  closedwon: "Closed Won",
  closedlost: "Closed Lost",
};

/**
 * HubSpot: the deals export of its user interface by its headings, and the tables that connectors
 * load, whose properties stand as `property_x` or as plain `x`.
 */
export const hubspot = layoutIn(
  {
    shares: "fraction",
    numbers: "point",
    names: "loose",
    utc: connectorHeadings,
    bookkeeping: ["_fivetran_*", "portal_id"],
  },
  [...dealFeeds, ...companyFeeds, ...activityFeeds],
  stages,
);
