import { formatPlural } from "../format.ts";
import { listWords } from "./answer.ts";

/** How commission is accounted for, as the warehouse tells it. */
export interface PolicyFacts {
  readonly capitalised_credit: readonly string[];
  readonly capitalised_measures: readonly string[];
  readonly excepted_components: readonly string[];
  readonly is_expedient: boolean;
  readonly is_commensurate: boolean;
  readonly customer_life_months: number;
  readonly term_months: number;
  /** A number of months, `term` or `customer_life`. */
  readonly new_benefit: string;
  readonly expansion_benefit: string;
  readonly renewal_benefit: string;
  readonly amortised_by: string;
  readonly amortised_from: string;
  readonly lost_after_days: number;
  readonly paid_after_months: number;
}

/** A company's policy in words, a sentence or two each. */
export function policyWords(policy: PolicyFacts): string[] {
  const { capitalised_credit: credit, capitalised_measures: measures } = policy;
  return [
    `Costs of obtaining a contract are what components pay on ${listWords(measures.map(plain))} to people credited as ${listWords(credit.map(plain))}${exceptions(policy)}. Everything else, guarantees included, is expensed as it is earned.`,
    `Commission on new contracts is amortised over ${benefitWords(policy.new_benefit, policy)}, on expansions over ${benefitWords(policy.expansion_benefit, policy)}, on renewals and everything else over ${benefitWords(policy.renewal_benefit, policy)}. A deal that doesn't tell its term has one of ${months(policy.term_months)}.`,
    policy.is_commensurate
      ? "Renewals pay in proportion to what first contracts pay, so that each commission is of its own term."
      : "Renewals pay less for what they bring than first contracts do, so that what was paid first is for the renewals, too.",
    policy.is_expedient
      ? "A benefit of a year or less is expensed at once (ASC 340-40-25-4)."
      : "A benefit of a year or less is capitalised like any other.",
    `Amortisation is straight-line by ${policy.amortised_by}, from ${policy.amortised_from === "booking" ? "the day of the win" : "the start of the subscription, or the day of the win where none is known"}.`,
    `What stands is impaired when the customer is lost: ${formatPlural(policy.lost_after_days, "day", "days")} without a subscription, a lost renewal once the contract has ended, or credit notes over all of the deal. A clawback reduces the asset first, and beyond it what was expensed.`,
    policy.paid_after_months === 0
      ? "Pay is accrued until the end of its pay period."
      : `Pay is accrued until ${months(policy.paid_after_months)} after the end of its pay period.`,
  ];
}

const exceptions = ({ excepted_components: names }: PolicyFacts) =>
  names.length === 0 ? "" : `, but for ${listWords(names)}`;

function benefitWords(benefit: string, { customer_life_months }: PolicyFacts): string {
  if (benefit === "term") return "the contract's term";
  if (benefit === "customer_life") return `a customer's life of ${months(customer_life_months)}`;
  return months(Number(benefit));
}

const months = (count: number) => formatPlural(count, "month", "months");

const plain = (name: string) => name.replaceAll("_", " ");
