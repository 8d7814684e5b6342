import { formatChance, formatPeriod, formatPlural } from "../src/format.js";
import { type Column, count, date, money, rate, text } from "./column.js";
import type { RangeRow } from "./forecastRows.js";
import type { Money } from "./quarterChart.js";

export interface AccuracyRow {
  readonly period: string;
  readonly horizon: number;
  readonly n: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage_80: number;
  readonly coverage_95: number;
}

const chanceColumn = <Row extends Pick<RangeRow, "chance">>(): Column<Row> => ({
  heading: "Chance",
  value: (row) => row.chance,
  isNumber: true,
  format: formatChance,
});

/** A forecast by period with its ranges and the target it is held against. */
export function rangeColumns({ currency_digits: digits }: Money): Column<RangeRow>[] {
  return [
    text("Period", (row) => formatPeriod(row.label)),
    money("Booked", (row) => row.booked_cents, digits),
    money("Expected", (row) => row.mean_cents, digits),
    money("80 % from", (row) => row.lower_80_cents, digits),
    money("80 % to", (row) => row.upper_80_cents, digits),
    money("95 % from", (row) => row.lower_95_cents, digits),
    money("95 % to", (row) => row.upper_95_cents, digits),
    money("Target", (row) => row.target_cents, digits),
    chanceColumn(),
  ];
}

export type LinkOf = (row: RangeRow) => string | undefined;

/** One period of several entities: where each lands, and the chance of its target. */
export function landingColumns(
  { currency_digits: digits }: Money,
  link: LinkOf,
): Column<RangeRow>[] {
  return [
    text<RangeRow>("For", (row) => row.name, link),
    money("Booked", (row) => row.booked_cents, digits),
    money("Expected", (row) => row.mean_cents, digits),
    money("80 % from", (row) => row.lower_80_cents, digits),
    money("80 % to", (row) => row.upper_80_cents, digits),
    money("Target", (row) => row.target_cents, digits),
    chanceColumn(),
  ];
}

/** One period of several entities: the published forecast beside people's calls and other models. */
export function viewColumns({ currency_digits: digits }: Money, link: LinkOf): Column<RangeRow>[] {
  return [
    text<RangeRow>("For", (row) => row.name, link),
    money("Published", (row) => row.mean_cents, digits),
    money("Commit", (row) => row.commit_cents, digits),
    money("Best case", (row) => row.best_case_cents, digits),
    money("Pipeline called", (row) => row.pipeline_call_cents, digits),
    date("Called", (row) => row.called_on),
    money("Pipeline alone", (row) => row.pipeline_cents, digits),
    money("Past bookings alone", (row) => row.series_cents, digits),
    money("Stage-weighted", (row) => row.stage_weighted_cents, digits),
    money("A year before", (row) => row.naive_cents, digits),
  ];
}

const madeWhen = ({ horizon, period }: AccuracyRow) =>
  horizon === 0 ? `in the ${period} itself` : `${formatPlural(horizon, period)} ahead`;

/** Errors of past forecasts by how far ahead they were made. */
export const accuracyColumns: readonly Column<AccuracyRow>[] = [
  text("Made", madeWhen),
  count("Forecasts compared", (row) => row.n),
  rate("Usual miss", (row) => row.wape),
  rate("Bias (plus is too high)", (row) => row.bias),
  rate("80 % range held", (row) => row.coverage_80),
  rate("95 % range held", (row) => row.coverage_95),
];
