import { formatCount, formatDate, formatMoney, formatPeriod, formatRate } from "../format.ts";
import {
  type Answer,
  type CountedRate,
  type Currency,
  type Figure,
  formatAmount,
  type MoneyRange,
} from "./answer.ts";
import { type CoverageFacts, coverageFigure, coverageMethod, needFigure } from "./coverage.ts";

/** What is known about the quarter in progress. Money in whole minor units; null when absent. */
export interface QuarterFacts extends Currency, CoverageFacts {
  readonly label: string;
  readonly as_of: string;
  readonly booked_cents: number | null;
  readonly quota_cents: number | null;
  readonly forecast: MoneyRange | null;
  /** Bookings of the same quarter a year before, up to the same day. */
  readonly last_year: { readonly date: string; readonly booked_cents: number } | null;
  readonly win_rate: CountedRate | null;
  /** Win rate of the same quarter a year before, up to the same day. */
  readonly earlier_win_rate: number | null;
}

/** Answers where the quarter stands and where it will land. */
export function quarterAnswer(facts: QuarterFacts): Answer {
  return {
    sentence: facts.is_over ? `${standing(facts)}.` : `${standing(facts)}; ${landing(facts)}.`,
    details: [comparison(facts), gap(facts)].filter((text) => text !== undefined),
    figures: figures.map((figure) => figure(facts)),
    method: coverageMethod(facts),
  };
}

const figures = [
  bookedFigure,
  forecastFigure,
  paceFigure,
  coverageFigure,
  needFigure,
  winRateFigure,
];

function standing(facts: QuarterFacts): string {
  const { label, booked_cents, quota_cents, currency_digits, is_over } = facts;
  const quarter = formatPeriod(label);
  if (booked_cents === null) return `Nothing is on record as booked in ${quarter} yet`;
  const verb = is_over ? "ended at" : "stands at";
  const booked = `${quarter} ${verb} ${formatAmount(booked_cents, facts)} booked`;
  return quota_cents === null
    ? `${booked}, and no quota is on file for it`
    : `${booked} of a ${formatMoney(quota_cents, currency_digits)} quota`;
}

function landing(facts: QuarterFacts): string {
  const { forecast, booked_cents, currency_digits } = facts;
  if (!forecast) return "no forecast is on file for it";
  const { mean_cents, lower_80_cents, upper_80_cents } = forecast;
  const [lower, upper] = [lower_80_cents, upper_80_cents].map((cents) =>
    formatMoney(cents, currency_digits),
  );
  const mean =
    booked_cents === null
      ? formatAmount(mean_cents, facts)
      : formatMoney(mean_cents, currency_digits);
  return `it is expected to end at ${mean}, with a 4 in 5 chance of ${lower} to ${upper}`;
}

function comparison(facts: QuarterFacts) {
  const { booked_cents, last_year } = facts;
  if (booked_cents === null || !last_year || last_year.booked_cents <= 0) return undefined;
  const change = booked_cents / last_year.booked_cents - 1;
  const then = `the ${formatAmount(last_year.booked_cents, facts)} booked by ${formatDate(last_year.date)}`;
  if (Math.abs(change) < 0.0005) return `That equals ${then}.`;
  return `That is ${formatRate(Math.abs(change))} ${change > 0 ? "above" : "below"} ${then}.`;
}

function gap(facts: QuarterFacts) {
  const { quota_cents, forecast, is_over } = facts;
  if (quota_cents === null || !forecast || is_over) return undefined;
  const quota = formatAmount(quota_cents, facts);
  if (forecast.lower_80_cents >= quota_cents) {
    return `Even the low end of the expected range is above the quota of ${quota}.`;
  }
  if (forecast.upper_80_cents < quota_cents) {
    return `Even the high end of the expected range is below the quota of ${quota}.`;
  }
  const miss = formatAmount(Math.abs(quota_cents - forecast.mean_cents), facts);
  return forecast.mean_cents >= quota_cents
    ? `The expected end is ${miss} above quota, but the range goes below it: quota may yet be missed.`
    : `The expected end is ${miss} short of quota, but the range goes above it: quota may yet be reached.`;
}

function bookedFigure({ booked_cents, quota_cents, currency_digits }: QuarterFacts): Figure {
  const known = booked_cents !== null && quota_cents !== null && quota_cents > 0;
  return {
    label: "Booked to date",
    value: booked_cents === null ? "–" : formatMoney(booked_cents, currency_digits),
    note: known ? `${formatRate(booked_cents / quota_cents)} of quota` : "no quota on file",
  };
}

function forecastFigure({ forecast, currency_digits, is_over }: QuarterFacts): Figure {
  if (is_over) return { label: "Forecast", value: "–", note: "the quarter is over" };
  if (!forecast) return { label: "Forecast", value: "–", note: "no forecast on file" };
  const range = [forecast.lower_80_cents, forecast.upper_80_cents];
  return {
    label: "Forecast",
    value: formatMoney(forecast.mean_cents, currency_digits),
    note: `4 in 5: ${range.map((cents) => formatMoney(cents, currency_digits)).join(" to ")}`,
  };
}

function paceFigure({ booked_cents, last_year }: QuarterFacts): Figure {
  const label = "Against last year";
  if (booked_cents === null || !last_year || last_year.booked_cents <= 0) {
    return { label, value: "–", note: "no bookings a year before" };
  }
  const change = booked_cents / last_year.booked_cents - 1;
  const sign = change > 0 ? "+" : "";
  return { label, value: `${sign}${formatRate(change)}`, note: "same day of the quarter" };
}

function winRateFigure({ win_rate, earlier_win_rate }: QuarterFacts): Figure {
  const label = "Win rate";
  if (!win_rate || win_rate.value === null) {
    return { label, value: "–", note: "no deal closed yet" };
  }
  const closed = formatCount(win_rate.denominator ?? Number.NaN);
  if (win_rate.status === "too_few") {
    return { label, value: "–", note: `too few closed deals (${closed})` };
  }
  const counts = `${formatCount(win_rate.numerator ?? Number.NaN)} of ${closed} deals closed so far`;
  const note =
    earlier_win_rate === null
      ? counts
      : `${counts}; ${formatRate(earlier_win_rate)} a year before at the same day`;
  return { label, value: formatRate(win_rate.value), note };
}
