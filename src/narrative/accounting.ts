import { formatMoney, formatPeriod } from "../format.ts";
import { type Answer, type Currency, type Figure, formatAmount } from "./answer.ts";

/** A fiscal quarter of the roll-forward, all contracts together. */
export interface BookQuarter {
  readonly label: string;
  readonly is_complete: boolean;
  readonly capitalised_cents: number;
  readonly amortised_cents: number;
  readonly impaired_cents: number;
  readonly closing_cents: number;
  readonly expensed_cents: number;
}

export interface AccountingFacts extends Currency {
  readonly quarters: readonly BookQuarter[];
  /** Earned and unpaid; null where nothing is earned. */
  readonly accrued_cents: number | null;
  readonly policy: readonly string[];
}

/** Answers what commission stands as an asset and as a debt, of the last period that is told. */
export function accountingAnswer(facts: AccountingFacts): Answer {
  const last = facts.quarters.findLast(({ is_complete }) => is_complete) ?? facts.quarters.at(-1);
  if (!last) {
    return {
      sentence:
        "Nothing is accounted for: the workspace has no plan in plans/compensation, or too few people are paid.",
      details: [],
      figures: [],
      method: [...facts.policy, method],
    };
  }
  const { currency_digits: digits, accrued_cents: accrued } = facts;
  const owed = accrued === null ? "" : `, and ${formatMoney(accrued, digits)} is earned and unpaid`;
  const running = facts.quarters.at(-1);
  return {
    sentence: `At the end of ${formatPeriod(last.label)} commission of ${formatAmount(last.closing_cents, facts)} stood as an asset${owed}.`,
    details:
      running && running !== last
        ? [
            `With what ${formatPeriod(running.label)} has brought so far and its months' amortisation the asset is ${formatAmount(running.closing_cents, facts)}.`,
          ]
        : [],
    figures: figuresOf(last, facts),
    method: [...facts.policy, method],
  };
}

function figuresOf(
  last: BookQuarter,
  { currency_digits, accrued_cents }: AccountingFacts,
): Figure[] {
  const money = (cents: number | null) =>
    cents === null ? "–" : formatMoney(cents, currency_digits);
  const expense = last.amortised_cents + last.impaired_cents + last.expensed_cents;
  return [
    { label: "Capitalised", value: money(last.capitalised_cents), note: formatPeriod(last.label) },
    {
      label: "Amortised",
      value: money(last.amortised_cents),
      note: `${money(last.impaired_cents)} impaired beside it`,
    },
    { label: "Expense", value: money(expense), note: "amortised, impaired and expensed at once" },
    { label: "Accrued", value: money(accrued_cents), note: "earned and unpaid" },
  ];
}

const method =
  "What is capitalised and what is expensed at once sum to what is earned, month by month. Opening, capitalised, less amortised and impaired make the closing asset, to the cent; a rebuild whose books don't agree with its lines of pay isn't published. What a component pays on no one deal is shared out over the deals that it paid the person for in the year. Months of closed pay periods stay as they were sealed: what is told late moves the first open one. No person's pay is published: periods and types of contracts with fewer people than the company's least cell are told together with others.";
