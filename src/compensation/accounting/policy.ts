import type { CreditRole } from "../credit/credit.ts";
import type { Measure } from "../credit/measure.ts";
import type { PolicyEntry } from "./policy-schema.ts";

/** Kinds of contracts that may be amortised over stretches of their own. */
export type ContractKind = "new" | "expansion" | "renewal";

/** How long the commission on a contract is of use, in months or as what says so. */
export type Benefit = number | "term" | "customer_life";

/** How a company accounts for the costs of obtaining contracts (ASC 340-40). */
export interface AccountingPolicy {
  readonly capitalised: {
    readonly credit: readonly CreditRole[];
    readonly measures: readonly Measure[];
    readonly except: readonly string[];
  };
  /** A benefit of a year or less is expensed at once (340-40-25-4). */
  readonly isExpedient: boolean;
  readonly isCommensurate: boolean;
  readonly customerLifeMonths: number;
  readonly termMonths: number;
  readonly benefits: Readonly<Record<ContractKind, Benefit>>;
  readonly by: "month" | "day";
  readonly from: "contract_start" | "booking";
  readonly lostAfterDays: number;
  readonly paidAfterMonths: number;
}

/**
 * A policy as written, with what depends on the rest: while renewals pay less than first contracts do
 * for what they bring, what was paid first is also for the renewals (340-40-35-1).
 */
export function accountingPolicy(entry: PolicyEntry): AccountingPolicy {
  const { amortise, renewals_commensurate: isCommensurate } = entry;
  const first: Benefit = isCommensurate ? "term" : "customer_life";
  return {
    capitalised: entry.capitalise,
    isExpedient: entry.expedient,
    isCommensurate,
    customerLifeMonths: entry.customer_life_months,
    termMonths: entry.term_months,
    benefits: {
      new: amortise.new ?? first,
      expansion: amortise.expansion ?? first,
      renewal: amortise.renewal ?? "term",
    },
    by: entry.amortise_by,
    from: entry.amortise_from,
    lostAfterDays: entry.lost_after_days,
    paidAfterMonths: entry.paid_after_months,
  };
}

/** What decides whether a component's pay is an incremental cost of obtaining a contract. */
export interface PaidOn {
  readonly name: string;
  readonly credit: readonly CreditRole[];
  readonly measure: Measure;
}

/** Whether a component's pay wouldn't be due without the contract, as the policy has it (340-40-25-2). */
export const isIncremental = (
  { name, credit, measure }: PaidOn,
  { capitalised }: AccountingPolicy,
): boolean =>
  !capitalised.except.includes(name) &&
  capitalised.measures.includes(measure) &&
  credit.every((role) => capitalised.credit.includes(role));
