import type { PlainDate } from "../../src/calendar.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
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
import { rowsOf, type Seal, sealedOf } from "./seals.ts";

/** A plan settled: the rows of its tables, closed pay periods as they were sealed. */
export interface SettledPlan {
  readonly plan: StaffedPlan;
  readonly rows: PayRows;
  readonly attainments: readonly AttainmentRow[];
}

/**
 * Settles every compensation plan of a workspace over the deals that were won by the as-of.
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
  // one after the other, so that only one plan's credits are in memory
  return plans.map((plan) => settlePlan(creditedPlan(plan, books), books, paid));
}

/** @param paid what plans before it pay, to which its own is added; null where no plan pays on it */
function settlePlan(credited: CreditedPlan, books: Books, paid: PlanPay[] | null): SettledPlan {
  const { plan, assigned, exchange } = credited;
  const { terms, people } = plan;
  const { organisation, seals, sourceOf, asOf } = books;
  const credits = [
    ...credited.credits,
    ...(paid && isOverride(plan) ? overridesUnder(plan, paid, organisation, exchange) : []),
  ];
  const priced = pricePlan({
    plan: terms,
    credits,
    people: [...people, ...formerly(plan, seals)],
    assigned,
    through: asOf,
    sealed: sealedOf(plan, seals),
    places: {
      ofComponent: componentPlaces(terms, plan.placeOf),
      ofCredit: ({ opportunityId }) => placeOf(sourceOf(opportunityId)),
    },
  });
  paid?.push({ currency: terms.currency, lines: priced.earned });
  const sealed = rowsOf(terms.name, seals);
  const open = payRows(terms, credits, priced, sourceOf);
  return {
    plan,
    rows: {
      credits: open.credits,
      lines: [...sealed.lines, ...open.lines],
      statements: [...sealed.statements, ...open.statements],
      balances: [...sealed.balances, ...open.balances],
    },
    attainments: attainmentRows(terms, priced.standings),
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
