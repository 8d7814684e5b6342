import type { PlainDate } from "../calendar.ts";
import { type Conflict, claimer, conflictOf } from "./claim.ts";
import { findingsOf } from "./findings.ts";
import { accountFinder } from "./named-account.ts";
import { type Assignment, excepted, held, isInForce, ruled } from "./placement.ts";
import type {
  Exception,
  Holdout,
  TerritoryAccount,
  TerritoryFinding,
  TerritoryPerson,
  TerritoryPlan,
} from "./plan.ts";
import { staffingFindings } from "./staffing.ts";

export interface Assignments {
  /** Every account, by id. */
  readonly assignments: readonly Assignment[];
  readonly conflicts: readonly Conflict[];
  /** Ids of accounts that are in no territory. */
  readonly orphans: readonly string[];
  readonly findings: readonly TerritoryFinding[];
}

/**
 * Gives every account its territory on a day: a holdout stays with the rep who has it, an
 * exception goes where it says, any other account to the first territory with a rule that it meets.
 *
 * @param people everybody whom a territory may name
 */
export function deriveAssignments(
  plan: TerritoryPlan,
  accounts: readonly TerritoryAccount[],
  people: readonly TerritoryPerson[],
  day: PlainDate,
): Assignments {
  const ordered = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const find = accountFinder(ordered);
  const claimsOf = claimer(plan.territories, find);
  const inForce = <Entry extends Exception | Holdout>(entries: readonly Entry[]) =>
    new Map(
      entries
        .filter((entry) => isInForce(entry, day))
        .map((entry) => [find(entry.account)?.id, entry]),
    );
  const [holdouts, exceptions] = [inForce(plan.holdouts), inForce(plan.exceptions)];
  const active = new Set(people.filter(({ isActive }) => isActive).map(({ id }) => id));
  const placed = ordered.map((account) => {
    const claims = claimsOf(account);
    const holdout = holdouts.get(account.id);
    const exception = exceptions.get(account.id);
    const assignment = holdout
      ? held(account, holdout, plan, active)
      : exception
        ? excepted(account, exception, plan, active)
        : ruled(account, claims[0], active);
    return { assignment, claims };
  });
  const assignments = placed.map(({ assignment }) => assignment);
  return {
    assignments,
    conflicts: placed.flatMap(({ assignment, claims }) => conflictOf(assignment, claims)),
    orphans: assignments.flatMap(({ accountId, by }) => (by === "nothing" ? [accountId] : [])),
    findings: [
      ...findingsOf({ plan, accounts: ordered, people, day, find, claimsOf }),
      ...staffingFindings(plan, people, assignments),
    ],
  };
}
