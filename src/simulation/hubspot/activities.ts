import type { Activity } from "../activities.ts";
import type { Lead } from "../leads.ts";
import type { Person } from "../people.ts";
import { at } from "../random.ts";
import { versionAt } from "../record.ts";
import type { Story } from "../story.ts";
import { writeEngagement } from "./engagement.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { momentText, stampText, syncText } from "./moments.ts";

/** Numbers the engagements over the whole simulation. */
export interface EngagementNumbers {
  engagement: number;
}

/** Calls, emails and meetings, all owned by the deal's owner; a webinar is a kind of meeting. */
export function writeActivities(
  exports: HubspotExports,
  { deal, versions, activities }: Story,
  numbers: EngagementNumbers,
): void {
  const logged = at(versions, 0).time;
  for (const activity of activities) {
    const { owner } = versionAt(versions, activity.time);
    const about = {
      time: activity.time,
      // work from before the deal was logged hangs on the company alone
      deal: activity.time < logged ? undefined : deal.number,
      company: deal.account.index,
    };
    const number = numbers.engagement++;
    if (activity.kind === "Call") {
      const id = writeEngagement(exports, { ...about, type: "CALL" }, number);
      exports.append("engagement_call", activity.time, () => callRow(id, owner, activity));
    } else if (activity.kind === "Email") {
      const id = writeEngagement(exports, { ...about, type: "EMAIL" }, number);
      exports.append("engagement_email", activity.time, () => emailRow(id, owner, activity));
    } else {
      const id = writeEngagement(exports, { ...about, type: "MEETING" }, number);
      exports.append("engagement_meeting", activity.time, () => meetingRow(id, owner, activity));
    }
  }
}

type Held = Pick<Activity, "time" | "minutes" | "subject">;

/** Durations are milliseconds. */
function callRow(id: string, owner: Person, { time, minutes, subject }: Held): string {
  return [
    id,
    false,
    syncText(time),
    stampText(time),
    stampText(time),
    "CALL",
    hubspotIds.owner(owner.index),
    subject,
    minutes * 60_000,
    "COMPLETED",
  ].join();
}

function emailRow(id: string, owner: Person, { time, subject }: Activity): string {
  const ownerId = hubspotIds.owner(owner.index);
  const sent = stampText(time);
  const [synced, text] = [syncText(time), "Sent from the CRM"];
  return [
    id,
    false,
    synced,
    ownerId,
    "",
    sent,
    subject,
    text,
    sent,
    "",
    sent,
    ownerId,
    "",
    "EMAIL",
  ].join();
}

function meetingRow(id: string, owner: Person, { kind, time, minutes, subject }: Activity): string {
  const start = time - (time % 900);
  return [
    id,
    syncText(time),
    "",
    momentText(start + minutes * 60),
    "[]",
    "CRM_UI",
    `userId:${hubspotIds.user(owner.index)}`,
    momentText(start),
    "",
    "COMPLETED",
    "",
    "",
    subject,
    stampText(time),
    stampText(time),
    hubspotIds.owner(owner.index),
    kind,
  ].join();
}

/** A development rep's first call on a lead, if there was one. */
export function writeLeadCall(
  exports: HubspotExports,
  { number, owner, statuses }: Lead,
  numbers: EngagementNumbers,
): void {
  const worked = statuses[1];
  if (worked?.status !== "Working - Contacted") return;
  const { time } = worked;
  const about = { type: "CALL", time, contact: number } as const;
  const id = writeEngagement(exports, about, numbers.engagement++);
  const call = { time, minutes: 4, subject: "Lead follow-up" };
  exports.append("engagement_call", time, () => callRow(id, owner, call));
}
