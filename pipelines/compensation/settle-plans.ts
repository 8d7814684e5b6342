import type { PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { overrideCredits } from "../../src/compensation/credit/override.ts";
import type { PayLine } from "../../src/compensation/line.ts";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import type { InputPlace } from "../../src/errors.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { type Crediting, creditingOf, creditsUnder } from "./credits.ts";
import { type SoldDeal, soldDeals } from "./deals.ts";
import { type Organisation, organisationOf } from "./organisation.ts";
import { refuseOverlaps, type StaffedPlan } from "./overlaps.ts";
import { attainmentRows, payRows, type SourceOf } from "./pay-rows.ts";
import type { AttainmentRow, PayRows } from "./pay-tables.ts";
import { peopleUnder } from "./people.ts";
import { componentPlaces } from "./plan-file.ts";
import { readPlans } from "./plans.ts";
import { assignedQuotas } from "./quotas.ts";
import { refuseOverShares } from "./refuse-shares.ts";
import {
  refuseForgottenPeople,
  refuseForgottenPlans,
  refuseUnknownPeople,
} from "./refuse-unknown.ts";
import type { PayInputs } from "./rows.ts";
import { readSeals, rowsOf, type Seal, sealedOf } from "./seals.ts";

/** A plan settled: the rows of its tables, closed pay periods as they were sealed. */
export interface SettledPlan {
  readonly plan: StaffedPlan;
  readonly rows: PayRows;
  readonly attainments: readonly AttainmentRow[];
}

interface SettleOptions {
  readonly workspace: Workspace;
  readonly asOf: PlainDate;
  readonly inputs: PayInputs;
}

/**
 * Settles every compensation plan of a workspace over the deals that were won by the as-of.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice, InputError for what a plan
 *   needs and nothing gives
 */
export function settlePlans({ workspace, asOf, inputs }: SettleOptions): SettledPlan[] {
  const seals = readSeals(workspace, asOf);
  const files = readPlans(workspace, asOf);
  refuseUnknownPeople(files, inputs);
  refuseForgottenPlans(seals, files);
  refuseForgottenPeople(seals, inputs);
  const plans = files.map((plan) => ({
    ...plan,
    people: peopleUnder(plan.terms, inputs),
  }));
  refuseOverlaps(plans);
  const organisation = organisationOf(inputs.assignments);
  const deals = soldDeals(inputs);
  const books: Books = {
    inputs,
    deals,
    organisation,
    crediting: creditingOf(inputs, organisation),
    seals,
    sourceOf: sourcesOf(deals),
    asOf,
  };
  const paid: PayLine[] = [];
  return byDependence(plans).map((plan) => settlePlan(plan, books, paid));
}

/** What all plans are settled from. */
interface Books {
  readonly inputs: PayInputs;
  readonly deals: readonly SoldDeal[];
  readonly organisation: Organisation;
  readonly crediting: Crediting;
  readonly seals: readonly Seal[];
  readonly sourceOf: SourceOf;
  readonly asOf: PlainDate;
}

/** @param paid what plans before it pay, to which its own is added */
function settlePlan(plan: StaffedPlan, books: Books, paid: PayLine[]): SettledPlan {
  const { terms, people } = plan;
  const { inputs, deals, crediting, seals, sourceOf, asOf } = books;
  refuseOverShares(plan, deals, crediting);
  const credits = [
    ...creditsUnder(terms, people, deals, crediting),
    ...(isOverride(plan) ? overrides(plan, books, paid) : []),
  ];
  const priced = pricePlan({
    plan: terms,
    credits,
    people: [...people, ...formerly(plan, seals)],
    assigned: assignedQuotas(plan, inputs),
    through: asOf,
    sealed: sealedOf(plan, seals),
    places: {
      ofComponent: componentPlaces(terms, plan.placeOf),
      ofCredit: ({ opportunityId }) => placeOf(sourceOf(opportunityId)),
    },
  });
  paid.push(...priced.earned);
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

const placeOf = ({ file, line }: ReturnType<SourceOf>): InputPlace =>
  file === null || line === null ? {} : { file, line };

function overrides({ people }: StaffedPlan, { organisation }: Books, paid: PayLine[]): Credit[] {
  const covered = new Set(people.map(({ repId }) => repId));
  const managerOf = (repId: string, date: PlainDate) =>
    organisation.managersOf(repId, date)[0] ?? null;
  return overrideCredits(paid, managerOf).filter(({ repId }) => covered.has(repId));
}

/** Plans that pay on what others were paid come after them. */
const byDependence = (plans: readonly StaffedPlan[]) => [
  ...plans.filter((plan) => !isOverride(plan)),
  ...plans.filter(isOverride),
];

const isOverride = ({ terms }: StaffedPlan) =>
  terms.components.some(({ measure }) => measure === "commission");

function sourcesOf(deals: readonly SoldDeal[]): SourceOf {
  const sources = new Map(
    deals.map((deal) => [deal.opportunityId, { file: deal.sourceFile, line: deal.sourceLine }]),
  );
  return (opportunityId) => sources.get(opportunityId ?? "") ?? { file: null, line: null };
}
