import {
  formatChance,
  formatCount,
  formatMoney,
  formatPeriod,
  formatPlural,
  formatRate,
} from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

export interface CapacityFacts extends Currency {
  /** The planned year; null where none is planned. */
  readonly label: string | null;
  /** Reps at the end of the year, and by their ramp at its beginning. */
  readonly headcount: number;
  readonly ramped: number;
  /** What they are expected to book, the quotas they carry, and the company's target. */
  readonly capacity_cents: number;
  readonly deployed_cents: number;
  readonly target_cents: number;
  /** That the target is made; null without a plan. */
  readonly odds: number | null;
  /** Of who begins with the year. */
  readonly hires: readonly {
    readonly role: string;
    readonly probability: number;
    readonly count_hires: number | null;
  }[];
}

/** Answers whether who is there can book the target, and how many hires it takes. */
export function capacityAnswer(facts: CapacityFacts): Answer {
  return {
    sentence: `${standing(facts)}.`,
    details: [needed(facts)].filter((text) => text !== undefined),
    figures: facts.odds === null ? [] : figuresOf(facts, facts.odds),
    method,
  };
}

function standing(facts: CapacityFacts): string {
  const { label, capacity_cents, target_cents, odds } = facts;
  if (odds === null || label === null || target_cents <= 0)
    return "No year is planned yet, for want of a target or of history to tell reps apart";
  const share = formatRate(capacity_cents / target_cents);
  const reps = formatPlural(Math.round(facts.headcount), "rep");
  return `The ${reps} of today are expected to book ${formatAmount(capacity_cents, facts)} in ${formatPeriod(label)}, ${share} of the target, which has a ${formatChance(odds)} chance`;
}

const wanted = 0.65;

function needed({ hires, odds }: CapacityFacts): string | undefined {
  if (odds === null || odds >= wanted) return undefined;
  const parts = hires
    .filter(({ probability, count_hires }) => probability === wanted && count_hires !== null)
    .map(({ role, count_hires }) => formatPlural(count_hires ?? 0, roleWords(role)));
  if (parts.length === 0) return undefined;
  return `To make the target ${formatRate(wanted)} likely takes ${parts.join(" or ")} more from the first month of the year.`;
}

/** What somebody of a role is called: `account executive`, or `rep`. */
const roleWords = (role: string) => (role === "" ? "rep" : role.replaceAll("_", " "));

function figuresOf(facts: CapacityFacts, odds: number): Figure[] {
  const { headcount, ramped, capacity_cents, deployed_cents, target_cents, currency_digits } =
    facts;
  return [
    {
      label: "Reps",
      value: formatCount(Math.round(headcount)),
      note: `${ramped.toFixed(1)} by their ramp when the year begins`,
    },
    {
      label: "Capacity",
      value: formatMoney(capacity_cents, currency_digits),
      note: `${formatRate(capacity_cents / deployed_cents)} of the quotas they carry`,
    },
    {
      label: "Deployed quota",
      value: formatMoney(deployed_cents, currency_digits),
      note: `${formatRate(deployed_cents / target_cents)} of the target`,
    },
    { label: "Chance of the target", value: formatRate(odds), note: "by a thousand drawn years" },
  ];
}

const method: readonly string[] = [
  "Capacity is what those who are there are expected to book: headcount, times the ramp of each one's month of service, times what a ramped rep with their accounts books in that month. A scenario's attrition lowers it month by month; nobody is replaced unless the scenario hires.",
  "The chance of the target is counted in a thousand drawn years: each rep has luck of its own, and all share the luck of the year. Hires are those of one role who all begin in one month, with the usual territory of the role and its ramp; as many as make the target as likely as the column says, if there are accounts for them that nobody works yet.",
];
