import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import { exact } from "../../compensation/exact.ts";
import type { Person } from "../../compensation/person.ts";
import type { YearSeller } from "../../quota/sales-year.ts";
import type { PlannedRep } from "../planned.ts";
import type { PaidPerson, PayBase } from "./base.ts";

/** Where a rep is in the planned year. */
export const placeOf = ({ teamId, regionId }: PlannedRep) => ({ teamId, regionId });

/** Somebody who has yet to be hired, or who came under no plan so far. */
export function hired(
  { repId, ...rep }: PlannedRep,
  { role, earnings }: YearSeller,
  pay: PayBase,
): PaidPerson | null {
  const plan = pay.planOfRole[role];
  const peers = pay.people.filter((person) => person.plan === plan);
  const [peer] = peers;
  if (plan === undefined || peer === undefined) return null;
  return {
    ...peer,
    ...placeOf({ repId, ...rep }),
    repId,
    follows: { level: "rep", id: repId },
    onTargetEarnings: earnings,
    hiredOn: null,
    variableShare: middle(peers.flatMap(({ variableShare }) => variableShare ?? [])),
  };
}

/** Under the plan from the month of the hire to that of leaving. */
export function personOf(
  { repId, teamId, onTargetEarnings, variableShare, hiredOn }: PaidPerson,
  yearStart: PlainDate,
  { from = 0, to = 12 }: Partial<Pick<YearSeller, "from" | "to">> = {},
): Person {
  const fraction = (value: number | null) => (value === null ? null : exact(value));
  const terms = {
    onTargetEarnings: fraction(onTargetEarnings),
    variableShare: fraction(variableShare),
  };
  const begins = from > 0 ? addMonths(yearStart, from) : null;
  return {
    repId,
    teams: [{ from: null, team: teamId }],
    from: begins,
    until: to < 12 ? addDays(addMonths(yearStart, to), -1) : null,
    leaves: [],
    hiredOn: hiredOn ?? begins,
    pay: [{ from: null, ...terms }],
  };
}

function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
