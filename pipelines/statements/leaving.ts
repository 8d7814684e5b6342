import { type PlainDate, periodOf } from "../../src/calendar.ts";
import type { Person } from "../../src/compensation/person.ts";
import type { LeaverTerms, PlanTerms } from "../../src/compensation/plan/terms.ts";
import { drawOf } from "../../src/compensation/settle/period-draw.ts";
import { spanOf } from "../../src/compensation/target/covered.ts";
import { formatDate, formatPeriod } from "../../src/format.ts";
import type { StaffedPlan } from "../compensation/overlaps.ts";
import type { ExplainedLine } from "../explain.ts";
import { type Html, html } from "./html.ts";
import type { PayPeriod } from "./periods.ts";
import type { PaidPerson } from "./person.ts";

type Leaver = Pick<PaidPerson, "rep_id" | "left_on">;

/** As much of an edition as tells who is under which plan. */
interface Staffed {
  readonly plans: readonly { readonly plan: Pick<StaffedPlan, "terms" | "people"> }[];
}

/** As much of a pay period as tells what of it was drawn. */
interface Paid extends Pick<PayPeriod, "periodStart" | "periodEnd"> {
  readonly plans: readonly {
    readonly plan: string;
    readonly components: readonly { readonly lines: readonly Pick<ExplainedLine, "cause">[] }[];
  }[];
}

/** What the first page says of somebody who has left: when, which settlement is the last, what may still come. */
export function leavingNote(person: Leaver, edition: Staffed): Html | null {
  const { left_on: leftOn } = person;
  if (leftOn === null) return null;
  const plans = plansOn(leftOn, person.rep_id, edition);
  return html`<p class="detail">Your last day was ${formatDate(leftOn)}. ${plans.map(({ terms }) => `${lastSettlement(terms, leftOn)} ${stillToCome(terms.leavers)} `)}</p>`;
}

/** What the page of a pay period says of it: that it is the last settlement, or comes after it. */
export function leavingPeriodNote(
  { periodStart, periodEnd, plans }: Paid,
  person: Leaver,
  edition: Staffed,
): Html | null {
  const { left_on: leftOn } = person;
  if (leftOn === null || periodEnd < leftOn) return null;
  if (periodStart > leftOn) {
    return html`<p class="detail">You left on ${formatDate(leftOn)}: what stands here came after your last settlement.</p>`;
  }
  const rules = plansOn(leftOn, person.rep_id, edition).flatMap((under) => [
    ...lastDraw(under, leftOn, plans),
    stillToCome(under.terms.leavers),
  ]);
  return html`<p class="detail">This is your last settlement: you left on ${formatDate(leftOn)}. ${[...new Set(rules)].join(" ")}</p>`;
}

/** Somebody under a plan. */
interface Under {
  readonly terms: PlanTerms;
  readonly person: Person;
}

function plansOn(day: PlainDate, repId: string, { plans }: Staffed): Under[] {
  return plans.flatMap(({ plan: { terms, people } }) => {
    const person = people.find((one) => one.repId === repId);
    const span = person && spanOf(terms, person);
    return span && span.from <= day && day <= span.until ? [{ terms, person }] : [];
  });
}

/** What became of the plan's draw, where there is one on the last day. */
function lastDraw({ terms, person }: Under, leftOn: PlainDate, paid: Paid["plans"]): string[] {
  const draw = drawOf(terms, person, periodOf(leftOn, terms.pays, terms.calendar));
  const isRecoverable = terms.draw?.kind === "recoverable";
  const isDrawn = paid
    .filter(({ plan }) => plan === terms.name)
    .some(({ components }) =>
      components.some(({ lines }) => lines.some(({ cause }) => cause === "draw")),
    );
  if (draw.cents === 0 || isDrawn === isRecoverable) return [];
  return [
    isRecoverable
      ? "No draw is advanced with it."
      : "The draw of your days up to then is yours to keep.",
  ];
}

const lastSettlement = ({ name, pays, calendar }: PlanTerms, leftOn: PlainDate) =>
  `Your last settlement on ${name} is that of ${formatPeriod(periodOf(leftOn, pays, calendar).label)}.`;

/** By the plan's rule for leavers. */
function stillToCome({ pay }: LeaverTerms): string {
  switch (pay) {
    case "earned":
      return "What is held, and what deals won later still earn you, is paid when it falls due.";
    case "booked_by_last_day":
      return "What is held of deals won by that day is still paid when it falls due; later deals pay you nothing.";
    case "nothing":
      return "What hasn't fallen due by its end is not paid any more.";
  }
}
