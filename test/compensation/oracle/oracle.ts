import type { PlanEntry } from "../../../src/compensation/plan/schema.ts";
import { budgetLines } from "./budget.ts";
import { coursesOf, type Line } from "./course.ts";
import { heldLines } from "./due.ts";
import { knownOf, type Ledger } from "./known.ts";
import { movesOf } from "./moves.ts";
import { poolShares } from "./pool.ts";
import { payPeriodsOf, type Statement, settled } from "./statement.ts";

export interface Reckoned {
  readonly lines: readonly Line[];
  /** Of the pools of teams, before they are shared. */
  readonly poolLines: readonly Line[];
  readonly statements: readonly Statement[];
}

/**
 * What a plan pays on a ledger, from the definitions alone and in exact fractions: slow, and meant to be
 * read beside them.
 *
 * @throws Refusal where it can't be priced
 */
export function reckon(plan: PlanEntry, ledger: Ledger): Reckoned {
  const known = knownOf(plan, ledger);
  const ofPeople = plan.components
    .filter(({ pool }) => pool === undefined)
    .map((component) => ({ component, courses: coursesOf(known, component) }));
  const moves = ofPeople.flatMap(({ component, courses }) =>
    courses.flatMap((course) => movesOf(known, component, course)),
  );
  const own = ofPeople.flatMap(({ component, courses }) => {
    const held = courses.flatMap((course) => heldLines(known, component, course));
    const budget = budgetLines(known, component, courses);
    return [...courses.flatMap(({ lines }) => lines), ...budget, ...held].filter(isSaid);
  });
  const pools = plan.components
    .filter(({ pool }) => pool !== undefined)
    .flatMap((component) => coursesOf(known, component).map((course) => ({ component, course })));
  const shared = pools
    .flatMap(({ component, course }) => poolShares(known, component, course, own))
    .filter(isSaid);
  const lines = [...own, ...shared];
  const periods = payPeriodsOf(known, lines);
  const all = known.people.map((person) =>
    settled(
      known,
      person,
      periods,
      lines.filter(({ repId }) => repId === person.repId),
      moves.filter(({ repId }) => repId === person.repId),
    ),
  );
  return {
    lines: [...lines, ...all.flatMap((one) => one.lines)],
    poolLines: pools.flatMap(({ course }) => course.lines),
    statements: all.flatMap(({ statements }) => statements),
  };
}

/** Changes of nothing aren't said; what a credit brings is, be it nothing. */
const isSaid = ({ cause, cents }: Line) =>
  cents !== 0 || ["credit", "reversal", "reached_tier", "fell_below_tier"].includes(cause);
