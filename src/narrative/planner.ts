import { formatChance, formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

/** The planned year without a scenario. */
export interface PlannedFacts {
  readonly label: string;
  readonly quota_cents: number;
  readonly carried_cents: number;
  readonly count_reps: number;
  readonly odds: number;
  readonly share_at_quota: number;
}

export interface PlannerFacts extends Currency {
  /** Null where none is planned. */
  readonly plan: PlannedFacts | null;
  readonly scenarios: number;
}

/** Answers what the plan is that the reader may change. */
export function plannerAnswer(facts: PlannerFacts): Answer {
  const { plan } = facts;
  if (plan === null) {
    return {
      sentence: "No year is planned yet, for want of a target or of history to tell reps apart.",
      details: [],
      figures: [],
      method,
    };
  }
  return {
    sentence: `${formatPeriod(plan.label)} is planned with a target of ${formatAmount(plan.quota_cents, facts)}, which has a ${formatChance(plan.odds)} chance, and ${formatRate(plan.share_at_quota)} of reps expected at quota.`,
    details: [
      `Change anything below: quotas and their odds follow at once, by the same code as the rebuild. The page’s address holds what you change; to keep it, download it or copy the link.${saved(facts.scenarios)}`,
    ],
    figures: figuresOf(plan, facts),
    method,
  };
}

const saved = (count: number) =>
  count === 0 ? "" : ` The workspace has ${formatPlural(count, "scenario")} to start from.`;

const figuresOf = (plan: PlannedFacts, { currency_digits }: Currency): Figure[] => [
  { label: "Target", value: formatMoney(plan.quota_cents, currency_digits), note: "of the plan" },
  {
    label: "Quotas carried",
    value: formatMoney(plan.carried_cents, currency_digits),
    note: `by ${formatPlural(plan.count_reps, "rep")}`,
  },
  {
    label: "Chance of the target",
    value: formatRate(plan.odds),
    note: "in a thousand drawn years",
  },
  { label: "Reps at quota", value: formatRate(plan.share_at_quota), note: "expected" },
];

const method: readonly string[] = [
  "Every rep gets a quota of equal odds: the probability is found by bisection so that quotas within the guardrails sum to the target and its over-assignment, to the cent. The chance of the target is counted in a thousand drawn years in which each rep has luck of its own and all share the luck of the year; draws are the same in every scenario.",
  "The page runs the same code on the same numbers as quotabook scenario run, so that a downloaded file gives the same quotas there. Guardrails counted from on-target earnings and the cost of pay need a file that quotabook scenario earnings writes: what is published holds nobody's pay. Pay is priced by the code that settles it, everybody's year at ten equally likely levels.",
];
