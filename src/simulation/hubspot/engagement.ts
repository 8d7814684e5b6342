import type { Instant } from "../days.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds, portalId } from "./ids.ts";
import { syncText } from "./moments.ts";
import { associations, definedBy } from "./words.ts";

export type EngagementType = keyof typeof associations.toDeal;

/** What an engagement hangs on, by numbers of the simulation. */
export interface Engagement {
  readonly type: EngagementType;
  readonly time: Instant;
  readonly deal?: number | undefined;
  readonly company?: number | undefined;
  readonly contact?: number | undefined;
}

/** Writes what all engagements have, and their associations; returns the id. */
export function writeEngagement(
  exports: HubspotExports,
  { type, time, deal, company, contact }: Engagement,
  number: number,
): string {
  const id = hubspotIds.engagement(number);
  const synced = syncText(time);
  const link = (record: string, typeId: string) =>
    `${record},${id},${type},${typeId},${synced},${definedBy}`;
  exports.append("engagement", time, () => `${id},${type},${synced},${portalId}`);
  if (deal !== undefined) {
    const row = () => link(hubspotIds.deal(deal), associations.toDeal[type]);
    exports.append("engagement_deal", time, row);
  }
  if (company !== undefined) {
    const row = () => link(hubspotIds.company(company), associations.toCompany[type]);
    exports.append("engagement_company", time, row);
  }
  if (contact !== undefined) {
    const row = () => link(hubspotIds.contact(contact), associations.toContact[type]);
    exports.append("engagement_contact", time, row);
  }
  return id;
}
