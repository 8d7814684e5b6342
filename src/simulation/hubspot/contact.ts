import { field } from "../csv.ts";
import type { Lead } from "../leads.ts";
import { at } from "../random.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { momentText, syncText } from "./moments.ts";
import { associations, definedBy } from "./words.ts";

/** HubSpot's lead status by the lead's; a converted lead is an open deal's contact. */
const leadStatuses: Readonly<Record<string, string>> = {
  "Open - Not Contacted": "NEW",
  "Working - Contacted": "IN_PROGRESS",
  "Closed - Converted": "OPEN_DEAL",
  "Closed - Not Converted": "UNQUALIFIED",
};

/** HubSpot has no leads: a contact comes in as one, is worked, and gets a deal or is given up. */
export function writeContact(exports: HubspotExports, lead: Lead, domain: string): void {
  const times = lead.statuses.map(({ time }) => time);
  exports.record("contact", times, (version) => contactRow(lead, version, domain));
  const { converted } = lead;
  const last = at(lead.statuses, lead.statuses.length - 1);
  if (converted === undefined) return;
  exports.append("deal_contact", last.time, () =>
    [
      hubspotIds.contact(lead.number),
      hubspotIds.deal(converted.dealNumber),
      syncText(last.time),
      associations.dealToContact,
      definedBy,
    ].join(),
  );
}

function contactRow(lead: Lead, version: number, domain: string): string {
  const { status, time } = at(lead.statuses, version);
  const created = momentText(at(lead.statuses, 0).time);
  const isConverted = status === "Closed - Converted";
  return [
    "FALSE",
    syncText(time),
    emailOf(lead, domain),
    hubspotIds.contact(lead.number),
    field(lead.company),
    field(lead.firstName),
    field(lead.lastName),
    "",
    created,
    lead.title,
    "",
    "",
    created,
    created,
    hubspotIds.owner(lead.owner.index),
    leadStatuses[status],
    isConverted ? "opportunity" : "lead",
    isConverted ? momentText(time) : "",
    isConverted ? hubspotIds.company(lead.account.index) : "",
    lead.source,
    field(lead.campaign?.name ?? ""),
    momentText(time),
  ].join();
}

/** Numbered, as a contact's email is its own. */
const emailOf = ({ firstName, lastName, number }: Lead, domain: string) =>
  `${`${firstName}.${lastName}`
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z.]/g, "")}${number}@${domain}`;
