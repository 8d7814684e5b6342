import { expect, test } from "vitest";
import { leavingNote, leavingPeriodNote } from "../../pipelines/statements/leaving.ts";
import { anybody } from "../../src/compensation/person.ts";
import { onePlan } from "../compensation/plan.ts";

const leftOn = "2026-05-28";

/** Ann, who left in May, under a plan of the year with a rule for leavers. */
function left(rule: string, draw = "") {
  const terms = onePlan("quota: none, rate: 0.1", `leavers: { pay: ${rule} }\n${draw}`);
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
    leavingPeriodNote({ periodStart, periodEnd, plans: [] }, person, edition)?.html;
  expect(note("2026-04-01", "2026-04-30")).toBeUndefined();
  expect(note("2026-05-01", "2026-05-31")).toContain(
    "This is your last settlement: you left on 28 May 2026. What is held",
  );
  expect(note("2026-06-01", "2026-06-30")).toContain("came after your last settlement");
});

test("the page of the last settlement says what became of the draw", () => {
  const note = (draw: string, causes: readonly string[]) => {
    const { person, edition } = left("nothing", draw);
    const plans = [{ plan: "Test", components: [{ lines: causes.map((cause) => ({ cause })) }] }];
    const may = { periodStart: "2026-05-01", periodEnd: "2026-05-31", plans };
    return leavingPeriodNote(may, person, edition)?.html;
  };
  const draw = (kind: string, more = "") => `draw: { kind: ${kind}, amount: 310${more} }`;
  const kept = "The draw of your days up to then is yours to keep.";
  expect(note(draw("non_recoverable"), ["draw"])).toContain(kept);
  expect(note(draw("non_recoverable"), [])).not.toContain("draw");
  expect(note(draw("recoverable"), [])).toContain("No draw is advanced with it.");
  expect(note(draw("recoverable", ", until: 2026-03-31"), [])).not.toContain("draw");
});

test("who is there is told nothing of leaving", () => {
  const { edition } = left("earned");
  expect(leavingNote({ rep_id: "ann", left_on: null }, edition)).toBeNull();
});
