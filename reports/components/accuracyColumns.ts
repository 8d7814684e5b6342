import { formatPlural } from "../src/format.js";
import {
  type AccuracyRow,
  type AddedRow,
  type CallRow,
  callName,
  modelName,
  stepName,
} from "./accuracyRows.js";
import { type Column, count, money, rate, text } from "./column.js";
import type { Money } from "./quarterChart.js";

const thirds = ["first", "second", "last"];

/** `in its second third`, `2 quarters ahead`. */
const madeWhen = ({ horizon, third, period }: AccuracyRow) =>
  third === null ? `${formatPlural(horizon, period)} ahead` : `in its ${thirds[third - 1]} third`;

/** How forecasts of one entity, model and point in time came out. */
export const judgedColumns = ({ currency_digits }: Money): Column<AccuracyRow>[] => [
  text("Of", (row) => row.entity_id),
  text("Forecast", (row) => modelName(row.model)),
  text("Made", madeWhen),
  count("Forecasts", (row) => row.n),
  count("Periods", (row) => row.count_periods),
  rate("Usual miss", (row) => row.wape),
  rate("Bias (plus is too high)", (row) => row.bias),
  rate("50 % held", (row) => row.coverage_50),
  rate("80 % held", (row) => row.coverage_80),
  rate("95 % held", (row) => row.coverage_95),
  money("Pinball", (row) => row.pinball_cents, currency_digits),
];

const whose = ({ entity_id, name, called_by }: AddedRow) => entity_id ?? name ?? called_by ?? "All";

/** What each step gained, of whom, over how many forecasts. */
export const addedColumns: readonly Column<AddedRow>[] = [
  text("Step", stepName),
  text("Of or by", whose),
  count("Forecasts", (row) => row.n),
  count("Periods", (row) => row.count_periods),
  rate("Missed before", (row) => row.before),
  rate("Missed after", (row) => row.after),
  rate("Closer by", (row) => row.added_rate),
  rate("95 % from", (row) => row.lower_rate),
  rate("95 % to", (row) => row.upper_rate),
];

/** How each person's calls came out. */
export const callColumns: readonly Column<CallRow>[] = [
  text("Called by", (row) => row.name ?? row.called_by ?? "Not told"),
  text("Of", (row) => row.entity_id),
  text("Call", (row) => callName(row.category)),
  text("By", (row) => row.period),
  count("Calls", (row) => row.n),
  count("Periods", (row) => row.count_periods),
  rate("Usual miss", (row) => row.wape),
  rate("Bias (plus is too high)", (row) => row.bias),
];
