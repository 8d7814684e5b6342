import type { Feed } from "../feed.ts";

/** Tasks, which calls and emails are logged as, and events of the calendar. */
export const activityFeeds: readonly Feed[] = [
  {
    file: "Task",
    names: ["Tasks"],
    object: "activity",
    columns: {
      activity_id: ["Id", "Activity ID"],
      kind: ["TaskSubtype", "Type"],
      subject: ["Subject"],
      owner: ["OwnerId", "Assigned"],
      related: ["WhatId"],
      account: ["AccountId"],
      person: ["WhoId"],
      held: ["ActivityDate"],
      duration_seconds: ["CallDurationInSeconds"],
      status: ["Status"],
      outcome: ["CallDisposition"],
      is_done: ["IsClosed"],
      is_deleted: ["IsDeleted"],
    },
    // a task done without a due date happened when it was completed
    fallbacks: { kind: ["Type"], held: ["CompletedDateTime"] },
  },
  {
    file: "Event",
    names: ["Events"],
    object: "activity",
    columns: {
      activity_id: ["Id", "Activity ID"],
      kind: ["Type", "EventSubtype"],
      subject: ["Subject"],
      owner: ["OwnerId", "Assigned"],
      related: ["WhatId"],
      account: ["AccountId"],
      person: ["WhoId"],
      held: ["ActivityDate"],
      duration_minutes: ["DurationInMinutes"],
      is_deleted: ["IsDeleted"],
    },
    fallbacks: { kind: ["EventSubtype"], held: ["ActivityDateTime", "StartDateTime"] },
  },
];
