import type { Campaign } from "../campaigns.ts";
import { field } from "../csv.ts";
import { type Day, dateText, type Instant, instantText, secondsPerDay } from "../days.ts";
import type { Lead } from "../leads.ts";
import { at } from "../random.ts";
import type { SalesforceExports } from "./exports.ts";

export const campaignHeader = [
  "Id",
  "Name",
  "Type",
  "Status",
  "StartDate",
  "EndDate",
  "BudgetedCost",
  "ActualCost",
  "IsActive",
  "CreatedDate",
  "SystemModstamp",
] as const;
export const leadHeader = [
  "Id",
  "FirstName",
  "LastName",
  "Title",
  "Company",
  "Industry",
  "Country",
  "NumberOfEmployees",
  "OwnerId",
  "Status",
  "LeadSource",
  "Campaign__c",
  "IsConverted",
  "ConvertedDate",
  "ConvertedAccountId",
  "ConvertedOpportunityId",
  "IsDeleted",
  "CreatedDate",
  "SystemModstamp",
] as const;

/** Writes a campaign when it is planned, begins and is accounted for. */
export function writeCampaign(exports: SalesforceExports, campaign: Campaign): void {
  const { start, end } = campaign;
  const times = [start - 30, start, end + 10].map((day: Day) => day * secondsPerDay + 15 * 3600);
  const statuses = ["Planned", "In Progress", "Completed"];
  exports.record("Campaign", times, (version) =>
    [
      campaign.id,
      field(campaign.name),
      campaign.kind,
      at(statuses, version),
      dateText(start),
      dateText(end),
      campaign.budget,
      version === 2 ? campaign.cost : "",
      version < 2,
      instantText(at(times, 0)),
      instantText(at(times, version)),
    ].join(),
  );
}

/** Writes a lead when it comes in, is worked, and is converted or given up. */
export function writeLead(exports: SalesforceExports, lead: Lead): void {
  const times = lead.statuses.map(({ time }) => time);
  exports.record("Lead", times, (version) => leadRow(lead, version, at(times, 0)));
}

function leadRow(lead: Lead, version: number, created: Instant): string {
  const { status, time } = at(lead.statuses, version);
  const converted = status === "Closed - Converted" ? lead.converted : undefined;
  return [
    lead.id,
    field(lead.firstName),
    field(lead.lastName),
    lead.title,
    field(lead.company),
    lead.account.industry.name,
    lead.account.country.name,
    lead.account.employees,
    lead.owner.userId,
    status,
    lead.source,
    lead.campaign?.id ?? "",
    converted !== undefined,
    converted ? dateText(converted.day) : "",
    converted ? lead.account.id : "",
    converted?.opportunityId ?? "",
    false,
    instantText(created),
    instantText(time),
  ].join();
}
