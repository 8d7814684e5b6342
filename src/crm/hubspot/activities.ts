import type { Feed } from "../feed.ts";
import { property } from "./property.ts";

/** What every kind of engagement tells. */
const columns = {
  activity_id: ["engagement_id", "id"],
  owner: [...property("hubspot_owner_id"), "owner_id"],
  is_deleted: ["is_deleted", "_fivetran_deleted"],
} as const;

/** When an engagement happened; where a connector tells no such moment, when it was written down. */
const held = [...property("hs_timestamp"), "timestamp", ...property("hs_createdate"), "created_at"];

/** Engagements; which deals they belong to stands in a file of its own. */
export const activityFeeds: readonly Feed[] = [
  {
    file: "engagement",
    object: "activity_header",
    columns: { ...columns, kind: ["type"], held },
  },
  {
    file: "engagement_call",
    object: "activity",
    columns: {
      ...columns,
      subject: property("hs_call_title"),
      held,
      duration_milliseconds: property("hs_call_duration"),
      outcome: property("hs_call_disposition"),
    },
    constants: { kind: "call" },
  },
  {
    file: "engagement_email",
    object: "activity",
    columns: { ...columns, subject: property("hs_email_subject"), held },
    constants: { kind: "email" },
  },
  {
    file: "engagement_meeting",
    object: "activity",
    columns: {
      ...columns,
      subject: [...property("hs_meeting_title"), "title"],
      held: [...property("hs_meeting_start_time"), "start_time", ...held],
      outcome: [...property("hs_meeting_outcome"), "meeting_outcome"],
    },
    constants: { kind: "meeting" },
  },
  {
    file: "engagement_task",
    object: "activity",
    columns: {
      ...columns,
      subject: property("hs_task_subject"),
      held,
      status: property("hs_task_status"),
      is_done: property("hs_task_status"),
    },
    constants: { kind: "task" },
    values: {
      is_done: {
        COMPLETED: "true",
        NOT_STARTED: "false",
        IN_PROGRESS: "false",
        WAITING: "false",
        DEFERRED: "false",
      },
    },
  },
  {
    file: "engagement_note",
    object: "activity",
    columns: { ...columns, held },
    constants: { kind: "note" },
  },
  {
    file: "engagement_deal",
    object: "activity_link",
    columns: { activity: ["engagement_id"], opportunity: ["deal_id"] },
    joined: { link_id: [["engagement_id"], ["deal_id"]] },
  },
];
