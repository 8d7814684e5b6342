import { formatPeriod, formatPlural } from "../src/format.js";
import type { Option } from "./choice.js";
import { type Column, count, money, rate, text } from "./column.js";
import type { RangeRow } from "./forecastRows.js";
import type { Money } from "./quarterChart.js";

interface AccuracyRow {
  readonly period: string;
  readonly horizon: number;
  readonly n: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly coverage_80: number;
  readonly coverage_95: number;
}

const groups: Readonly<Record<string, string>> = {
  company: "Company",
  region: "Regions",
  team: "Teams",
};

/** Whom a forecast can be chosen for: the company first, then regions and teams. */
export function entityOptions(ranges: readonly RangeRow[]): Option[] {
  const entities = new Map(ranges.map((row) => [`${row.entity_type} ${row.entity_id}`, row]));
  return [...entities].map(([value, { entity_type, entity_id }]) => ({
    value,
    label: entity_id,
    group: groups[entity_type] ?? entity_type,
  }));
}

/** A forecast by period with its ranges and the quota it is held against. */
export function rangeColumns({ currency_digits: digits }: Money): Column<RangeRow>[] {
  return [
    text("Period", (row) => formatPeriod(row.label)),
    money("Expected", (row) => row.mean_cents, digits),
    money("80 % from", (row) => row.lower_80_cents, digits),
    money("80 % to", (row) => row.upper_80_cents, digits),
    money("95 % from", (row) => row.lower_95_cents, digits),
    money("95 % to", (row) => row.upper_95_cents, digits),
    money("Quota", (row) => row.quota_cents, digits),
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
