import { field } from "../csv.ts";
import { secondsPerDay } from "../days.ts";
import { at } from "../random.ts";
import { isLost, type Version } from "../record.ts";
import type { Story } from "../story.ts";
import type { EngagementNumbers } from "./activities.ts";
import { writeEngagement } from "./engagement.ts";
import type { HubspotExports } from "./exports.ts";
import { hubspotIds } from "./ids.ts";
import { stampText, syncText } from "./moments.ts";

/** Tasks are due this long after they are set. */
const due = 5 * secondsPerDay;

/**
 * What a rep notes for themselves: on every third deal the next step as a task whose due day may
 * lie ahead, on every second lost one why it was lost. Neither is contact with a customer.
 */
export function writeReminders(
  exports: HubspotExports,
  story: Story,
  numbers: EngagementNumbers,
): void {
  const { deal, versions, dirt } = story;
  if (dirt === "deleted") return;
  if (deal.number % 3 === 0) {
    const steps = versions.filter(
      ({ nextStep }, index) => nextStep !== "" && nextStep !== versions[index - 1]?.nextStep,
    );
    for (const version of steps) writeTask(exports, story, version, numbers.engagement++);
  }
  const last = at(versions, versions.length - 1);
  if (isLost(last) && deal.number % 2 === 0) {
    writeNote(exports, story, last, numbers.engagement++);
  }
}

function writeTask(exports: HubspotExports, story: Story, version: Version, number: number): void {
  const { time, owner, nextStep } = version;
  const id = writeEngagement(exports, { ...about(story), type: "TASK", time }, number);
  exports.append("engagement_task", time, () =>
    [
      id,
      false,
      syncText(time),
      stampText(time),
      id,
      "TODO",
      stampText(time + due),
      hubspotIds.owner(owner.index),
      "",
      "TASK",
      "",
      "CRM_UI",
      field(nextStep),
      "NOT_STARTED",
    ].join(),
  );
}

function writeNote(exports: HubspotExports, story: Story, version: Version, number: number): void {
  const { time, owner } = version;
  const id = writeEngagement(exports, { ...about(story), type: "NOTE", time }, number);
  const text = field(`Lost: ${story.lossReason}`);
  const noted = stampText(time);
  exports.append("engagement_note", time, () =>
    [
      id,
      false,
      syncText(time),
      text,
      noted,
      noted,
      text,
      noted,
      hubspotIds.owner(owner.index),
      "",
      "NOTE",
    ].join(),
  );
}

const about = ({ deal }: Story) => ({ deal: deal.number, company: deal.account.index });
