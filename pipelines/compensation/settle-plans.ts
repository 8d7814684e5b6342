import type { PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { type EarnedPlan, earnPlan } from "../../src/compensation/earn.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import {
  type SettledPlan as Settlement,
  settleInTurn,
} from "../../src/compensation/settle/in-turn.ts";
import type { InputPlace } from "../../src/errors.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import {
  type Books,
  booksOf,
  type CreditedPlan,
  creditedPlan,
  staffedPlans,
} from "./credited-plans.ts";
import type { Source } from "./deals.ts";
import type { StaffedPlan } from "./overlaps.ts";
import { isOverride, overridesUnder, type PlanPay } from "./overrides.ts";
import { attainmentRows, payRows } from "./pay-rows.ts";
import type { AttainmentRow, PayRows } from "./pay-tables.ts";
import { componentPlaces } from "./plan-file.ts";
import type { PayInputs } from "./rows.ts";
import { sealedOf } from "./sealed.ts";
import { rowsOf, type Seal } from "./seals.ts";

/** A plan settled: the rows of its tables, closed pay periods as they were sealed. */
export interface SettledPlan {
  readonly plan: StaffedPlan;
  readonly rows: PayRows;
  readonly attainments: readonly AttainmentRow[];
}

/**
 * Settles every compensation plan of a workspace over the deals that were won by the as-of; what
 * somebody owes on one goes on to the next.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice, InputError for what a plan
 *   needs and nothing gives
 */
export function settlePlans(
  workspace: Workspace,
  asOf: PlainDate,
  inputs: PayInputs,
): SettledPlan[] {
  const books = booksOf(workspace, asOf, inputs);
  const plans = staffedPlans(workspace, books);
  const paid: PlanPay[] | null = plans.some(isOverride) ? [] : null;
  const earned = plans.map((plan) => earnOn(creditedPlan(plan, books), books, paid));
  return settleInTurn(earned).map(({ of, ...settled }) => settledPlan(of, settled, books));
}

/** A plan with what its people earn on it. */
interface Earning extends EarnedPlan {
  readonly file: StaffedPlan;
  /** Those that don't count under the plan, too. */
  readonly allCredits: readonly Credit[];
}

/** @param paid what plans before it pay, to which its own is added; null where no plan pays on it */
function earnOn(credited: CreditedPlan, books: Books, paid: PlanPay[] | null): Earning {
  const { plan, assigned, exchange } = credited;
  const { terms, people } = plan;
  const { organisation, seals, since, sourceOf, asOf } = books;
  const allCredits = [
    ...credited.credits,
    ...(paid && isOverride(plan) ? overridesUnder(plan, paid, organisation, exchange) : []),
  ];
  const earned = earnPlan({
    plan: terms,
    credits: allCredits,
    people: [...people, ...formerly(plan, seals)],
    assigned,
    since,
    through: asOf,
    sealed: sealedOf(plan, books),
    places: {
      ofComponent: componentPlaces(terms, plan.placeOf),
      ofCredit: ({ opportunityId }) => placeOf(sourceOf(opportunityId)),
    },
  });
  paid?.push({ currency: terms.currency, lines: earned.earned });
  return { ...earned, file: plan, allCredits };
}

function settledPlan(
  { file, allCredits, standings }: Earning,
  settled: Settlement,
  { seals, sourceOf }: Books,
): SettledPlan {
  const { terms } = file;
  const sealed = rowsOf(terms.name, seals);
  const open = payRows(terms, allCredits, settled, sourceOf);
  return {
    plan: file,
    rows: {
      credits: open.credits,
      lines: [...sealed.lines, ...open.lines],
      statements: [...sealed.statements, ...open.statements],
      balances: [...sealed.balances, ...open.balances],
    },
    attainments: attainmentRows(terms, standings),
  };
}

/** Whom the plan covered when periods were closed and doesn't any more: what they were paid is taken back. */
function formerly({ terms, people }: StaffedPlan, seals: readonly Seal[]): Person[] {
  const covered = new Set(people.map(({ repId }) => repId));
  const paid = new Set(rowsOf(terms.name, seals).lines.map(({ rep_id }) => rep_id));
  const { effectiveFrom } = terms;
  return [...paid]
    .filter((repId) => !covered.has(repId))
    .map((repId) => ({ ...anybody(repId), from: effectiveFrom, until: effectiveFrom }));
}

const placeOf = ({ file, line }: Source): InputPlace =>
  file === null || line === null ? {} : { file, line };
