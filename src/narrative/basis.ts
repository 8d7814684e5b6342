import { formatDate, formatPlural, formatRate } from "../format.ts";
import { listWords } from "./answer.ts";

/** What the company's settings decide of its metrics. */
export interface BasisFacts {
  readonly cac_lag_months: number;
  readonly has_margin: boolean;
  /** Share of a full quota in each month of service from the first. */
  readonly ramp: readonly number[] | null;
  /** The first month whose spending is known from the budget alone; null when there is none. */
  readonly budgeted_from: string | null;
  readonly expense_months: number;
  /** Labels of the metrics without a single figure. */
  readonly absent: readonly string[];
}

/** What a reader must know of settings and of missing data, a paragraph each. */
export function basisMethod(facts: BasisFacts): string[] {
  const { absent, expense_months } = facts;
  return [
    rampWords(facts.ramp ?? []),
    ...(expense_months === 0 ? [] : [expenseWords(facts)]),
    ...(facts.has_margin
      ? []
      : [
          "No gross margin is set (finance.gross_margin in company.yaml), so what depends on it is absent.",
        ]),
    ...(absent.length === 0
      ? []
      : [
          `Absent for want of data, never taken as zero: ${listWords(absent)}. The list says what each needs.`,
        ]),
  ];
}

function rampWords(ramp: readonly number[]): string {
  const shares = listWords(ramp.map(formatRate));
  return ramp.length === 0
    ? "Ramped capacity takes quotas as they are: quota.ramp in company.yaml says that new reps' are lowered already."
    : `Ramped capacity takes ${shares} of a full quota in a new rep's first ${formatPlural(ramp.length, "month")} (quota.ramp in company.yaml).`;
}

function expenseWords({ cac_lag_months, budgeted_from }: BasisFacts): string {
  const lag =
    cac_lag_months === 0
      ? "Acquisition cost sets new customers against the spending of the same months"
      : `Acquisition cost sets new customers against the spending of ${formatPlural(cac_lag_months, "month")} before`;
  const budget =
    budgeted_from === null
      ? ", all of it as recorded"
      : `; from ${formatDate(budgeted_from)} on some of it is the budget's, as nothing is recorded as spent`;
  return `${lag} (finance.cac_lag_months in company.yaml)${budget}.`;
}
