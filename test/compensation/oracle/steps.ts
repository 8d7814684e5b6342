import type { Cause } from "../../../src/compensation/line.ts";
import type { ComponentEntry } from "../../../src/compensation/plan/schema.ts";
import { attainmentOf, runAt } from "./book.ts";
import { type Day, monthEnd } from "./days.ts";
import { type Known, personOf, spanOf } from "./known.ts";
import { compare, type Figure, round, times } from "./ratio.ts";

/** One thing that is done to what a run comes to, in whole cents, at a month end. */
export interface Step {
  readonly cause: Cause;
  readonly to: (value: number, end: Day) => number;
}

/** In this order: multipliers, its own threshold, gates. */
export function stepsOf(known: Known, component: ComponentEntry, holder: string): Step[] {
  const { name, threshold, gates, multipliers } = component;
  const last = lastDay(known, component, holder);
  const attained = (of: string, end: Day) =>
    attainmentAt(known, of, holder, end < last ? end : monthEnd(last));
  const own = threshold === undefined ? [] : [{ component: name, at_least: threshold }];
  return [
    ...multipliers.map(
      ({ by, tiers }): Step => ({
        cause: "multiplier",
        to: (value, end) => {
          const reached = tiers.findLast(({ from }) => compare(from, attained(by, end)) <= 0);
          return round(times((reached ?? tiers[0])?.times ?? 1, value));
        },
      }),
    ),
    ...[...own, ...gates].map(
      ({ component: of, at_least }): Step => ({
        cause: "gate",
        to: (value, end) => (compare(attained(of, end), at_least) < 0 ? Math.min(value, 0) : value),
      }),
    ),
  ];
}

/** A holder's last day under the plan; a team's is the plan's. */
function lastDay({ plan, people }: Known, { pool }: ComponentEntry, holder: string): Day {
  const nobody = { from: null, until: null };
  return spanOf(plan, pool ? nobody : personOf(people, holder)).until;
}

function attainmentAt(known: Known, name: string, holder: string, end: Day): Figure {
  const component = known.plan.components.find((one) => one.name === name);
  const run = component && runAt(known, component, holder, end, end);
  return run ? attainmentOf(run) : 0;
}
