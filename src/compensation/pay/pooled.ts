import type { Period, PlainDate } from "../../calendar.ts";
import type { Paid } from "../adjust/paid.ts";
import { sharePool } from "../adjust/pool.ts";
import type { PayLine } from "../line.ts";
import type { Run } from "../pricing/run.ts";
import { overlap, spanOf } from "../target/covered.ts";
import type { PayInput, PricedComponent, PricedPlan } from "./input.ts";

/**
 * Shares the pools of a component among the members of each team.
 *
 * @param paid what the pools came to
 * @param others the lines of the components that are no pools
 * @returns the lines of the shares
 */
export function payPool(
  input: PayInput,
  { component, earned }: PricedComponent,
  paid: ReadonlyMap<string, readonly Paid[]>,
  { monthEnds }: PricedPlan,
  others: readonly PayLine[],
): PayLine[] {
  const { plan, find } = input;
  const lines: PayLine[] = [];
  const weightOf = (member: string, run: Run, monthEnd: PlainDate) => {
    if (component.pool?.shareBy === "even") return 1;
    if (component.pool?.shareBy === "earnings") return earnings(others, member, run, monthEnd);
    const own = (earned.get(run) ?? []).filter(
      ({ credit, on }) => credit.repId === member && on <= monthEnd,
    );
    return own.reduce((sum, { creditCents }) => sum + creditCents, 0);
  };
  for (const one of paid.values()) {
    sharePool(
      {
        component,
        paid: one,
        monthEnds,
        membersOf: (team, period) => membersOf(input, team, period),
        weightOf,
        payPeriodOf: (date) => find(date, plan.pays),
      },
      lines,
    );
  }
  return lines;
}

function membersOf({ plan, people }: PayInput, team: string, period: Period): string[] {
  const days = { from: period.periodStart, until: period.periodEnd };
  return [...people.values()]
    .filter((one) => (one.team ?? "") === team && overlap(days, spanOf(plan, one)) !== null)
    .map(({ repId }) => repId);
}

/** What other components paid a member in a run's period up to the end of a month. */
function earnings(lines: readonly PayLine[], member: string, { period }: Run, monthEnd: PlainDate) {
  return lines
    .filter(({ repId, date }) => repId === member && date >= period.periodStart && date <= monthEnd)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}
