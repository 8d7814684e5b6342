import { formatMoney, formatPeriod, formatRate } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

/** A fiscal quarter with pay. */
export interface PaidQuarter {
  readonly label: string;
  readonly is_complete: boolean;
  readonly earned_cents: number;
  readonly budget_cents: number | null;
  readonly bookings_cents: number | null;
  readonly effective_rate: number | null;
}

/** Pay of a quarter of the running year, or of the year, as it is forecast. */
export interface PaidOutlook {
  readonly period: "quarter" | "year";
  readonly label: string;
  readonly earned_cents: number;
  readonly expected_cents: number;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
  readonly budget_cents: number | null;
}

export interface CompensationFacts extends Currency {
  readonly quarters: readonly PaidQuarter[];
  /** The running year; null where nothing is forecast. */
  readonly year: PaidOutlook | null;
  /** Earned and not yet due; null where nothing is paid. */
  readonly accrued_cents: number | null;
  /** People whose pay isn't forecast from a period on, for want of a quota. */
  readonly count_unquoted: number;
}

/** Answers what incentive pay costs, of the last complete quarter and the running one. */
export function compensationAnswer(facts: CompensationFacts): Answer {
  const last = facts.quarters.findLast(({ is_complete }) => is_complete) ?? facts.quarters.at(-1);
  if (!last) {
    return {
      sentence: "No pay is settled: the workspace has no plan in plans/compensation.",
      details: [],
      figures: [],
      method,
    };
  }
  const running = facts.quarters.find(({ is_complete }) => !is_complete);
  return {
    sentence: `Incentive pay earned in ${formatPeriod(last.label)} was ${formatAmount(last.earned_cents, facts)}${ofBookings(last)}${besideBudget(last, facts)}.`,
    details: [
      ...(running && running !== last ? [runningWords(running, facts)] : []),
      ...(facts.year ? [yearWords(facts.year, facts)] : []),
      ...(facts.count_unquoted > 0 ? [unquotedWords(facts.count_unquoted)] : []),
    ],
    figures: figuresOf(last, facts),
    method,
  };
}

const ofBookings = ({ effective_rate }: PaidQuarter) =>
  effective_rate === null ? "" : `, ${formatRate(effective_rate)} of bookings`;

function besideBudget({ earned_cents, budget_cents }: PaidQuarter, { currency_digits }: Currency) {
  if (budget_cents === null) return "";
  const over = earned_cents - budget_cents;
  const side = over > 0 ? "over" : "under";
  return `, ${formatMoney(Math.abs(over), currency_digits)} ${side} the budget`;
}

const runningWords = (quarter: PaidQuarter, facts: CompensationFacts) =>
  `${formatPeriod(quarter.label)} has earned people ${formatAmount(quarter.earned_cents, facts)} so far${ofBookings(quarter)}.`;

function yearWords(year: PaidOutlook, facts: CompensationFacts): string {
  const money = (cents: number) => formatMoney(cents, facts.currency_digits);
  const { lower_80_cents: lower, upper_80_cents: upper, budget_cents: budget } = year;
  const range =
    lower === null || upper === null
      ? ""
      : `, four times in five between ${money(lower)} and ${money(upper)}`;
  const beside = budget === null ? "" : `; the budget is ${money(budget)}`;
  return `${formatPeriod(year.label)} is forecast to earn people ${formatAmount(year.expected_cents, facts)}${range}${beside}.`;
}

const unquotedWords = (count: number) =>
  `The forecast of pay leaves out ${count === 1 ? "one person" : `${count} people`} from the first period on for which plans/quotas.csv gives no quota yet that their plan pays by; the page names them.`;

function figuresOf(last: PaidQuarter, facts: CompensationFacts): Figure[] {
  const money = (cents: number | null) =>
    cents === null ? "–" : formatMoney(cents, facts.currency_digits);
  return [
    { label: "Earned", value: money(last.earned_cents), note: formatPeriod(last.label) },
    { label: "Budget", value: money(last.budget_cents), note: "for commission" },
    {
      label: "Effective rate",
      value: last.effective_rate === null ? "–" : formatRate(last.effective_rate),
      note: "pay over bookings",
    },
    { label: "Held", value: money(facts.accrued_cents), note: "earned, due as cash comes in" },
  ];
}

const method: readonly string[] = [
  "Pay is counted when it is earned, whenever it is paid: the lines that the plans in plans/compensation make of credits in won deals, and guarantees that are not to be given back, without draws that are. That is what is held against the budget, and what the page Accounting calls earned; what is paid is told there. A quarter whose budget is known by month alone has the sum of its months. The effective rate is pay over the bookings of the same time. Held is what was earned and falls due with a later invoice or payment; with what is due and not yet on a payroll, less what people owe where the page Accounting sets that off, it is the accrual of that page.",
  "The forecast prices what reps are forecast to book in the rest of the year by the code that settles pay, on top of what is credited by now, at ten equally likely levels each; quarters sum to the year. Guarantees to come aren't in it, nor what somebody earns in a period whose quota isn't given yet. The cost of the planned year is pay by the same code; it stands beside the target and the bookings that are expected, since quotas that are easier to reach pay more for the same bookings.",
  "No person's pay is published: what is about fewer people than the company's least cell is put together with what is next larger, or left out. Payout is pay on a component over its target pay, as a median by tenths of attainment.",
];
