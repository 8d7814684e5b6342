import { expect, test } from "vitest";
import { leavingNote, leavingPeriodNote } from "../../pipelines/statements/leaving.ts";
import { anybody } from "../../src/compensation/person.ts";
import { onePlan } from "../compensation/plan.ts";

const leftOn = "2026-05-28";

/** Ann, who left in May, under a plan of the year with a rule for leavers. */
function left(rule: string) {
  const terms = onePlan("quota: none, rate: 0.1", `leavers: { pay: ${rule} }`);
  const people = [{ ...anybody("ann"), until: leftOn }];
  return {
    person: { rep_id: "ann", left_on: leftOn },
    edition: { plans: [{ plan: { terms, people } }] },
  };
}

test.each([
  ["earned", "What is held, and what deals won later still earn you, is paid when it falls due."],
  [
    "booked_by_last_day",
    "What is held of deals won by that day is still paid when it falls due; later deals pay you nothing.",
  ],
  ["nothing", "What hasn't fallen due by its end is not paid any more."],
])("who left is told the last day, the last settlement and what may come: %s", (rule, words) => {
  const { person, edition } = left(rule);
  const text = leavingNote(person, edition)?.html.replaceAll("&#39;", "'");
  expect(text).toContain("Your last day was 28 May 2026.");
  expect(text).toContain(`Your last settlement on Test is that of May 2026. ${words}`);
});

test("the page of a pay period says that it is the last settlement, or came after it", () => {
  const { person, edition } = left("booked_by_last_day");
  const note = (periodStart: string, periodEnd: string) =>
    leavingPeriodNote({ periodStart, periodEnd }, person, edition)?.html;
  expect(note("2026-04-01", "2026-04-30")).toBeUndefined();
  expect(note("2026-05-01", "2026-05-31")).toContain(
    "This is your last settlement: you left on 28 May 2026. What is held",
  );
  expect(note("2026-06-01", "2026-06-30")).toContain("came after your last settlement");
});

test("who is there is told nothing of leaving", () => {
  const { edition } = left("earned");
  expect(leavingNote({ rep_id: "ann", left_on: null }, edition)).toBeNull();
});
