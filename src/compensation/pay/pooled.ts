import type { PlainDate } from "../../calendar.ts";
import { membersOf } from "../adjust/member.ts";
import type { Paid } from "../adjust/paid.ts";
import { sharePool } from "../adjust/pool.ts";
import type { PayLine } from "../line.ts";
import { anybody, teamOn } from "../person.ts";
import type { Run } from "../pricing/run.ts";
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
  const { plan, people, find } = input;
  const lines: PayLine[] = [];
  const weightOf = (member: string, run: Run, monthEnd: PlainDate) => {
    if (component.pool?.shareBy === "earnings") {
      return earnings(others.filter(isIn(input, member, run.holder)), run, monthEnd);
    }
    const own = (earned.get(run) ?? []).filter(
      ({ credit, on }) => credit.repId === member && on <= monthEnd,
    );
    return own.reduce((sum, { creditCents }) => sum + creditCents, 0);
  };
  for (const [team, one] of paid) {
    sharePool(
      {
        component,
        paid: one,
        members: membersOf(plan, people.values(), team),
        monthEnds,
        weightOf,
        monthOf: (date) => find(date, "month"),
        payPeriodOf: (date) => find(date, plan.pays),
      },
      lines,
    );
  }
  return lines;
}

/** Whether a line is of a member, earned in the team. */
const isIn =
  ({ people }: PayInput, member: string, team: string) =>
  ({ repId, date }: PayLine): boolean =>
    repId === member && teamOn(people.get(member) ?? anybody(member), date) === team;

/** What other components paid a member in a run's period up to the end of a month. */
function earnings(lines: readonly PayLine[], { period }: Run, monthEnd: PlainDate) {
  return lines
    .filter(({ date }) => date >= period.periodStart && date <= monthEnd)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}
