import type { PlainDate } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import type { Assigned } from "../../src/compensation/target/basis.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { converted } from "./convert.ts";
import { type Crediting, creditingOf, creditsUnder, dealsOf } from "./credits.ts";
import { type SoldDeal, type Source, soldDeals } from "./deals.ts";
import { type Exchange, exchangeOf, isInCompanyCurrency } from "./exchange.ts";
import { levelCredits } from "./levels.ts";
import type { SourceOf } from "./line-rows.ts";
import { type Organisation, organisationOf } from "./organisation.ts";
import { refuseOverlaps, type StaffedPlan } from "./overlaps.ts";
import { byDependence } from "./overrides.ts";
import { peopleUnder } from "./people.ts";
import { readPlans } from "./plans.ts";
import { assignedQuotas } from "./quotas.ts";
import { refuseForgottenPeople, refuseForgottenPlans } from "./refuse-forgotten.ts";
import { refuseUnknownSharers } from "./refuse-sharers.ts";
import { refuseWrongShares } from "./refuse-shares.ts";
import { refuseUnknownNames } from "./refuse-unknown.ts";
import type { PayInputs } from "./rows.ts";
import { readSeals, type Seal } from "./seals.ts";

/** What all plans are settled from. */
export interface Books {
  readonly inputs: PayInputs;
  readonly deals: readonly SoldDeal[];
  readonly organisation: Organisation;
  readonly crediting: Crediting;
  readonly seals: readonly Seal[];
  readonly sourceOf: SourceOf;
  /** The day of the first deal that is known. */
  readonly since: PlainDate;
  readonly asOf: PlainDate;
  /** The company's currency. */
  readonly currency: string;
}

/** @throws InputError for a seal that was changed */
export function booksOf(workspace: Workspace, asOf: PlainDate, inputs: PayInputs): Books {
  const organisation = organisationOf(inputs.assignments);
  const deals = soldDeals(inputs);
  return {
    inputs,
    deals,
    organisation,
    crediting: creditingOf(inputs, organisation),
    seals: readSeals(workspace, asOf),
    sourceOf: sourcesOf(deals),
    since: deals.reduce((first, { date }) => (date < first ? date : first), asOf),
    asOf,
    currency: workspace.company.currency,
  };
}

/** A plan with what it pays on: everybody whom it covers, their parts of deals and their quotas. */
export interface CreditedPlan {
  readonly plan: StaffedPlan;
  readonly credits: readonly Credit[];
  readonly assigned: Assigned;
  readonly exchange: Exchange;
}

/**
 * Every compensation plan of a workspace with its people's credits in the deals won by the as-of, those
 * first on whose pay others pay.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice
 */
export function creditedPlans(workspace: Workspace, books: Books): CreditedPlan[] {
  return staffedPlans(workspace, books).map((plan) => creditedPlan(plan, books));
}

/** A plan with its people's credits. */
export function creditedPlan(plan: StaffedPlan, books: Books): CreditedPlan {
  const { terms, people } = plan;
  const { inputs, crediting, currency } = books;
  refuseUnknownSharers(terms, books.deals, crediting, inputs.people);
  refuseWrongShares(plan, books.deals, crediting);
  const exchange = exchangeOf(plan, inputs.rates);
  const deals = isInCompanyCurrency(terms, currency)
    ? books.deals
    : dealsOf(terms, books.deals).map((deal) => converted(deal, terms, currency, exchange));
  return {
    plan,
    credits: [
      ...creditsUnder(terms, people, deals, crediting),
      ...levelCredits(plan, inputs.levels, books.asOf),
    ],
    assigned: assignedQuotas(plan, inputs, (on) => exchange(currency, on)),
    exchange,
  };
}

/**
 * Every plan with whom it covers, those first on whose pay others pay.
 *
 * @throws InputErrors for plans that can't be read or cover somebody twice
 */
export function staffedPlans(workspace: Workspace, { asOf, inputs, seals }: Books): StaffedPlan[] {
  const files = readPlans(workspace, asOf);
  refuseUnknownNames(files, inputs, asOf);
  refuseForgottenPlans(seals, files);
  refuseForgottenPeople(seals, inputs);
  const plans = files.map((plan) => ({
    ...plan,
    people: peopleUnder(plan.terms, inputs, exchangeOf(plan, inputs.rates)),
  }));
  refuseOverlaps(plans);
  return byDependence(plans);
}

const unknown: Source = { file: null, line: null };

function sourcesOf(deals: readonly SoldDeal[]): SourceOf {
  const sources = new Map<string | null, Source>();
  for (const { opportunityId, source } of deals) sources.set(opportunityId, source);
  return (opportunityId) => sources.get(opportunityId) ?? unknown;
}
