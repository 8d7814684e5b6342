import { type Column, prose, text } from "./column.js";

interface WordedMetric {
  readonly metric: string;
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly date_basis: string;
  readonly null_rule: string;
  readonly needs: string;
  readonly has_figures: boolean;
}

/** The registry's definitions, in its own words. */
export const metricColumns: readonly Column<WordedMetric>[] = [
  text("Metric", (row) => row.label),
  prose("What it tells", (row) => row.definition),
  prose("Formula", (row) => row.formula),
  text("Unit", (row) => row.unit),
  text("Dated by", (row) => row.date_basis),
  prose(
    "When there is none",
    (row) =>
      `${row.has_figures ? "" : "No figure in this edition. "}${row.null_rule} Needs ${row.needs}.`,
  ),
];
