import type { Feed } from "../feed.ts";
import { lookup } from "./lookup.ts";

/** What every kind of activity tells. */
const columns = {
  subject: ["Subject"],
  owner: ["Owner", ...lookup("ownerid")],
  related: ["Regarding", ...lookup("regardingobjectid")],
  held: ["Actual End", "actualend"],
  duration_minutes: ["Actual Duration", "actualdurationminutes", "Duration"],
  is_done: ["Activity Status", "statecode", "Status"],
} as const;

/** `statecode`: only a completed activity has happened. */
const isDone = {
  "0": "false",
  Open: "false",
  "1": "true",
  Completed: "true",
  Sent: "true",
  Received: "true",
  "2": "false",
  Canceled: "false",
  "3": "false",
  Scheduled: "false",
};

/** @param name what the user interface calls it, before which its id's heading has a warning */
const activity = (file: string, name: string, plural: string, kind: string): Feed => ({
  file,
  names: [plural, `*${plural}*`],
  object: "activity",
  columns: { activity_id: [`(Do Not Modify) ${name}`, "activityid", name], ...columns },
  // one that was closed without a moment of its end counts on the day it was due
  fallbacks: { held: ["Start Time", "scheduledstart", "Due Date", "scheduledend", "senton"] },
  constants: { kind },
  values: { is_done: isDone },
});

export const activityFeeds: readonly Feed[] = [
  activity("phonecall", "Phone Call", "phone calls", "call"),
  activity("email", "Email Message", "emails", "email"),
  activity("appointment", "Appointment", "appointments", "meeting"),
  activity("task", "Task", "tasks", "task"),
];
