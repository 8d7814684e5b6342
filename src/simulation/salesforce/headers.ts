import { accountHeader } from "./account.ts";
import { eventHeader, taskHeader } from "./activities.ts";
import { splitHeader, teamMemberHeader } from "./credit.ts";
import { fieldHistoryHeader, historyHeader } from "./history.ts";
import type { SalesforceObject } from "./ids.ts";
import { lineItemHeader } from "./lineitems.ts";
import { campaignHeader, leadHeader } from "./marketing.ts";
import { opportunityHeader } from "./opportunity.ts";
import { productHeader } from "./products.ts";
import type { territoryHeaders } from "./territories.ts";
import { userHeader, userRoleHeader } from "./users.ts";

/** What every org exports; territories only where it has them. */
type SalesforceTable = Exclude<SalesforceObject, keyof typeof territoryHeaders>;

/** The exported columns of each object, by API name. */
export const headers: Readonly<Record<SalesforceTable, readonly string[]>> = {
  Account: accountHeader,
  Opportunity: opportunityHeader,
  User: userHeader,
  UserRole: userRoleHeader,
  Lead: leadHeader,
  Campaign: campaignHeader,
  Task: taskHeader,
  Event: eventHeader,
  OpportunityHistory: historyHeader,
  OpportunityFieldHistory: fieldHistoryHeader,
  OpportunityLineItem: lineItemHeader,
  Product2: productHeader,
  OpportunitySplit: splitHeader,
  OpportunityTeamMember: teamMemberHeader,
};
