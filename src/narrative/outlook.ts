import { formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import {
  type Answer,
  type Currency,
  type Figure,
  formatAmount,
  type MoneyRange,
} from "./answer.ts";
import { forecastMethod } from "./forecast-method.ts";

/** A quarter that is forecast: its label and range; `quota_cents` null when none is on file. */
export interface QuarterOutlook extends MoneyRange {
  readonly label: string;
  readonly is_current: boolean;
  readonly quota_cents: number | null;
}

/** How back-tested forecasts of one grain and horizon came out; rates are fractions. */
export interface Accuracy {
  readonly n: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage_80: number;
}

export interface OutlookFacts extends Currency {
  /** The quarters ahead of the whole company, in order. */
  readonly quarters: readonly QuarterOutlook[];
  /** Quarters forecast one ahead, back-tested; null when none could be. */
  readonly accuracy: Accuracy | null;
}

/** Answers where bookings will land and how far such forecasts were off before. */
export function outlookAnswer(facts: OutlookFacts): Answer {
  const { quarters, currency_digits } = facts;
  const [first, second] = quarters;
  if (!first) {
    return { sentence: "No forecast is on file: too little has closed.", details: [], figures: [] };
  }
  const opening = `${formatPeriod(first.label)} is expected to land at ${formatAmount(first.mean_cents, facts)} ${rangeOf(first, currency_digits)}`;
  const next = second
    ? `, and ${formatPeriod(second.label)} at ${formatMoney(second.mean_cents, currency_digits)} ${rangeOf(second, currency_digits)}`
    : "";
  return {
    sentence: `${opening}${next}.`,
    details: [accuracySentence(facts.accuracy)],
    figures: [
      ...quarters.slice(0, 3).map((quarter) => quarterFigure(quarter, currency_digits)),
      ...accuracyFigures(facts.accuracy),
    ],
    method: forecastMethod,
  };
}

function rangeOf(range: MoneyRange, digits: number): string {
  const [lower, upper] = [range.lower_80_cents, range.upper_80_cents].map((cents) =>
    formatMoney(cents, digits),
  );
  return `(80 %: ${lower} to ${upper})`;
}

function accuracySentence(accuracy: Accuracy | null): string {
  if (!accuracy || accuracy.wape === null) {
    return "No past quarter could be forecast for comparison, so the range is untested.";
  }
  const tested = formatPlural(accuracy.n, "past quarter");
  return `Forecast in the same way, ${tested} missed by ${formatRate(accuracy.wape)} on average, and the 80 % range held ${formatRate(accuracy.coverage_80)} of them.`;
}

function quarterFigure(quarter: QuarterOutlook, digits: number): Figure {
  const { mean_cents, quota_cents, lower_80_cents, upper_80_cents } = quarter;
  const range = `80 %: ${formatMoney(lower_80_cents, digits)} to ${formatMoney(upper_80_cents, digits)}`;
  const quota =
    quota_cents === null || quota_cents <= 0
      ? ""
      : `; ${formatRate(mean_cents / quota_cents)} of quota`;
  return {
    label: formatPeriod(quarter.label),
    value: formatMoney(mean_cents, digits),
    note: `${range}${quota}`,
  };
}

function accuracyFigures(accuracy: Accuracy | null): Figure[] {
  if (!accuracy || accuracy.wape === null) return [];
  const quarters = formatPlural(accuracy.n, "quarter");
  return [
    { label: "Usual miss", value: formatRate(accuracy.wape), note: `over ${quarters} back-tested` },
    {
      label: "80 % range held",
      value: formatRate(accuracy.coverage_80),
      note: "of those quarters; 80 % is the aim",
    },
  ];
}
