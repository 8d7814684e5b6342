import { formatChance, formatMoney, formatPeriod, formatPlural, formatRate } from "../format.ts";
import { wilson } from "../statistics/wilson.ts";
import type { Answer, Currency, Figure } from "./answer.ts";
import { forecastMethod } from "./forecast-method.ts";
import { type Landing, landingSentence } from "./landing.ts";

/** How back-tested forecasts of one grain and horizon came out; rates are fractions. */
export interface Accuracy {
  readonly n: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage_80: number;
}

export interface OutlookFacts extends Currency {
  /** The whole company's: the quarter in progress, the next one and the year in progress. */
  readonly periods: readonly Landing[];
  /** Forecasts of such quarters, back-tested month by month; null when none could be. */
  readonly accuracy: Accuracy | null;
}

/** Answers where bookings will land, how sure that is, and how such forecasts came out before. */
export function outlookAnswer(facts: OutlookFacts): Answer {
  const { periods, currency, currency_digits: digits, accuracy } = facts;
  const [first, ...later] = periods;
  if (!first) {
    return { sentence: "No forecast is on file: too little has closed.", details: [], figures: [] };
  }
  return {
    sentence: landingSentence(first, digits, currency),
    details: [
      ...later.map((period) => landingSentence(period, digits)),
      ...targetDetail(periods),
      accuracySentence(accuracy),
    ],
    figures: [
      ...periods.map((period) => periodFigure(period, digits)),
      ...accuracyFigures(accuracy),
    ],
    method: forecastMethod,
  };
}

const targetDetail = (periods: readonly Landing[]) =>
  periods.some(({ target_cents }) => target_cents !== null)
    ? []
    : ["No target of the company is on file, so no chance of one can be told."];

function accuracySentence(accuracy: Accuracy | null): string {
  if (!accuracy || accuracy.wape === null) {
    return "No past quarter could be forecast for comparison, so the range is untested.";
  }
  const tested = formatPlural(accuracy.n, "forecast");
  return `Made in the same way, ${tested} of past quarters missed by ${formatRate(accuracy.wape)} on average. ${heldSentence(accuracy)}`;
}

/** One forecast a quarter, so each counts by itself. */
function heldSentence({ n, coverage_80: coverage }: Accuracy): string {
  const held = Math.round(coverage * n);
  const { lower, upper } = wilson(held, n);
  return `The 80 % range held ${held} of them; so many allow between ${formatRate(lower)} and ${formatRate(upper)} in the long run.`;
}

function periodFigure(period: Landing, digits: number): Figure {
  const { mean_cents, target_cents, chance, lower_80_cents, upper_80_cents } = period;
  const range = `80 %: ${formatMoney(lower_80_cents, digits)} to ${formatMoney(upper_80_cents, digits)}`;
  const target =
    target_cents === null || chance === null
      ? ""
      : `; chance of ${formatMoney(target_cents, digits)}: ${formatChance(chance)}`;
  return {
    label: formatPeriod(period.label),
    value: formatMoney(mean_cents, digits),
    note: `${range}${target}`,
  };
}

function accuracyFigures(accuracy: Accuracy | null): Figure[] {
  if (!accuracy || accuracy.wape === null) return [];
  const forecasts = formatPlural(accuracy.n, "forecast");
  return [
    {
      label: "Usual miss",
      value: formatRate(accuracy.wape),
      note: `over ${forecasts} of past quarters`,
    },
    {
      label: "80 % range held",
      value: formatRate(accuracy.coverage_80),
      note: "of those forecasts; 80 % is the aim",
    },
  ];
}
