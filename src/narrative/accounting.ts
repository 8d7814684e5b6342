import { formatMoney, formatPeriod } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

/** A fiscal period of the roll-forward, all contracts together. */
export interface BookPeriod {
  readonly label: string;
  readonly is_complete: boolean;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly expensed_cents: number;
}

export interface AccountingFacts extends Currency {
  readonly months: readonly BookPeriod[];
  /** What is earned and unpaid at the end of each month. */
  readonly accrued: readonly { readonly label: string; readonly closing_cents: number }[];
  /** Whether what people owe of advances is taken off it. */
  readonly is_net: boolean;
  /** The first day of the first month in which anything is earned; null where none is. */
  readonly begins_on: string | null;
  readonly policy: readonly string[];
}

/** Answers what commission stands as an asset and as a debt, at the end of the last complete month. */
export function accountingAnswer(facts: AccountingFacts): Answer {
  const month = lastOf(facts.months);
  const method = [...facts.policy, howKept];
  if (!month) {
    return {
      sentence:
        "Nothing is accounted for: the workspace has no plan in plans/compensation, or too few people are paid.",
      details: [],
      figures: [],
      method,
    };
  }
  const accrued = facts.accrued.find(({ label }) => label === month.label)?.closing_cents ?? null;
  const owed =
    accrued === null
      ? ""
      : `, and ${formatMoney(accrued, facts.currency_digits)} was earned and unpaid${netWords(facts)}`;
  return {
    sentence: `At the end of ${formatPeriod(month.label)} commission of ${formatAmount(month.closing_cents, facts)} stood as an asset${owed}.`,
    details: facts.begins_on === null ? [] : [beginning(facts.begins_on)],
    figures: figuresOf(month, accrued, facts),
    method,
  };
}

const netWords = ({ is_net }: AccountingFacts) => (is_net ? ", less what people owe" : "");

/** Why the first opening is 0. */
const beginning = (day: string) =>
  `The books begin in ${formatPeriod(day.slice(0, 7))}, the first month in which the plans on file pay: they open with 0.00, as commission of earlier plans isn't known.`;

/** The last complete period, or the running one where none is. */
const lastOf = (periods: readonly BookPeriod[]) =>
  periods.findLast(({ is_complete }) => is_complete) ?? periods.at(-1);

function figuresOf(last: BookPeriod, accrued: number | null, facts: AccountingFacts): Figure[] {
  const money = (cents: number | null) =>
    cents === null ? "–" : formatMoney(cents, facts.currency_digits);
  const period = formatPeriod(last.label);
  const expense = last.amortised_cents + last.impaired_cents + last.expensed_cents;
  return [
    { label: "Capitalised", value: money(last.capitalised_cents), note: `in ${period}` },
    {
      label: "Amortised",
      value: money(last.amortised_cents),
      note: `in ${period}, ${money(last.impaired_cents)} impaired beside it`,
    },
    {
      label: "Expense",
      value: money(expense),
      note: `in ${period}: amortised, impaired and expensed at once`,
    },
    {
      label: "Accrued",
      value: money(accrued),
      note: `earned and unpaid at the end of ${period}${netWords(facts)}`,
    },
  ];
}

const howKept =
  "What is capitalised and what is expensed at once sum to what is earned, month by month. Opening, capitalised, less amortised and impaired make the closing asset, to the cent; a rebuild whose books don't agree with its lines of pay isn't published. What a component pays on no one deal is shared out over the deals that it is reckoned on: the person's of the quarter, or of whatever period the component measures. Of the month that runs commission is counted up to today and amortisation as a whole, so that what is to come begins with the month after it. Months of closed pay periods stay as they were sealed: what is told late moves the first open one. No person's pay is published: periods and types of contracts with fewer people than the company's least cell are told together with others.";
