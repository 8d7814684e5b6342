import type { Activity } from "../activities.ts";
import { dateText, instantText, utcDay } from "../days.ts";
import type { Lead } from "../leads.ts";
import { at } from "../random.ts";
import { versionAt } from "../record.ts";
import type { Story } from "../story.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

export const taskHeader = [
  "Id",
  "WhoId",
  "WhatId",
  "AccountId",
  "OwnerId",
  "Subject",
  "Type",
  "TaskSubtype",
  "Status",
  "ActivityDate",
  "CallDurationInSeconds",
  "CreatedDate",
  "IsDeleted",
] as const;

export const eventHeader = [
  "Id",
  "WhatId",
  "AccountId",
  "OwnerId",
  "Subject",
  "Type",
  "EventSubtype",
  "ActivityDate",
  "StartDateTime",
  "EndDateTime",
  "DurationInMinutes",
  "CreatedDate",
  "IsDeleted",
] as const;

/** Seconds that the company's clock is behind UTC in winter. */
const newYorkOffset = 5 * 3600;

/** Numbers the tasks and events over the whole simulation. */
export interface ActivityNumbers {
  task: number;
  event: number;
}

/** Calls and emails become tasks, meetings and webinars events, all owned by the deal's owner. */
export function writeActivities(
  exports: SalesforceExports,
  story: Story,
  numbers: ActivityNumbers,
): void {
  for (const activity of story.activities) {
    const owner = versionAt(story.versions, activity.time).owner.userId;
    if (activity.kind === "Call" || activity.kind === "Email") {
      const id = recordId("Task", 3_000_000 + numbers.task++);
      exports.append("Task", activity.time, () => taskRow(id, owner, activity, story));
    } else {
      const id = recordId("Event", 4_000_000 + numbers.event++);
      exports.append("Event", activity.time, () => eventRow(id, owner, activity, story));
    }
  }
}

/** Work from before the opportunity was logged hangs on the account alone. */
const whatId = ({ deal, versions }: Story, { time }: Activity) =>
  time < at(versions, 0).time ? deal.account.id : deal.id;

function taskRow(id: string, ownerId: string, activity: Activity, story: Story): string {
  const isCall = activity.kind === "Call";
  return [
    id,
    "",
    whatId(story, activity),
    story.deal.account.id,
    ownerId,
    activity.subject,
    activity.kind,
    activity.kind,
    "Completed",
    dateText(activity.day),
    isCall ? activity.minutes * 60 : "",
    instantText(activity.time),
    false,
  ].join();
}

function eventRow(id: string, ownerId: string, activity: Activity, story: Story): string {
  const start = activity.time - (activity.time % 900);
  return [
    id,
    whatId(story, activity),
    story.deal.account.id,
    ownerId,
    activity.subject,
    activity.kind,
    "Event",
    dateText(activity.day),
    instantText(start),
    instantText(start + activity.minutes * 60),
    activity.minutes,
    instantText(activity.time),
    false,
  ].join();
}

/** A development rep's first call on a lead, if there was one. */
export function writeLeadCall(
  exports: SalesforceExports,
  lead: Lead,
  numbers: ActivityNumbers,
): void {
  const worked = lead.statuses[1];
  if (worked?.status !== "Working - Contacted") return;
  const id = recordId("Task", 3_000_000 + numbers.task++);
  exports.append("Task", worked.time, () =>
    [
      id,
      lead.id,
      "",
      "",
      lead.owner.userId,
      "Lead follow-up",
      "Call",
      "Call",
      "Completed",
      dateText(utcDay(worked.time - newYorkOffset)),
      240,
      instantText(worked.time),
      false,
    ].join(),
  );
}
