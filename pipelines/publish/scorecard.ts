import type { Table } from "apache-arrow";
import { components } from "../../src/metrics/component.ts";
import { groupOf, metricGroups } from "../../src/metrics/group.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { columnar } from "./columnar.ts";
import { type MetricRow, readReport } from "./reading.ts";

/** One cell of a scorecard: a metric of an entity in a period, by one view, or one part of it. */
export interface ScoreRow {
  readonly metric: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly view: string;
  /** `<dimension>: <value>`, of metrics that are told by their parts alone and of the company. */
  readonly breakdown: string | null;
  readonly value: number | null;
  /** What was divided by what; null of metrics that divide nothing. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly status: string;
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
  /** The quota of the period, of the metrics that have one. */
  readonly target: number | null;
  /** Of a period in progress: what the one before it had on the same day. */
  readonly previous: number | null;
  readonly previous_n: number | null;
  /** Of a period in progress: what the same one a year before had on the same day. */
  readonly year_before: number | null;
  readonly year_before_n: number | null;
}

const groups = ["company", "region", "team", "territory"];

/** The cells of the company, its regions, teams and territories by quarter and year. */
export const readGroupScores = (warehouse: Warehouse): Promise<ScoreRow[]> =>
  readReport(warehouse, "score", { entity_types: groups, grains: ["quarter", "year"] });

/** The cells of the company, its regions, teams and territories by month. */
export const readGroupMonths = (warehouse: Warehouse): Promise<ScoreRow[]> =>
  readReport(warehouse, "score", { entity_types: groups, grains: ["month"] });

/** The cells of every rep by quarter and year. */
export const readRepScores = (warehouse: Warehouse): Promise<ScoreRow[]> =>
  readReport(warehouse, "score", { entity_types: ["rep"], grains: ["quarter", "year"] });

/** Cells as the file that pages read; what too few deals stand behind has no value in it. */
export const scoreTable = (rows: readonly ScoreRow[]): Table =>
  columnar(rows, {
    entity_type: "word",
    entity_id: "word",
    period: "word",
    period_start: "word",
    view: "word",
    metric: "word",
    breakdown: "word",
    value: "number",
    numerator: "number",
    denominator: "number",
    n: "whole",
    status: "word",
    lower_quartile: "number",
    median: "number",
    upper_quartile: "number",
    target: "number",
    previous: "number",
    previous_n: "whole",
    year_before: "number",
    year_before_n: "whole",
  });

/** Metrics that no direction is better of in itself: more deals lost may mean more deals decided. */
const undirected = new Set(["lost_count"]);

/** Whether a metric counts some of the cases that it divides by, and they are its n. */
const isShare = ({ unit, numerator, denominator, count }: MetricRow): boolean =>
  unit === "ratio" && denominator === count && components[numerator]?.unit === "count";

/** Every metric as scorecards show and explain it, by group. */
export function scoredMetrics(metrics: readonly MetricRow[], rows: readonly ScoreRow[]) {
  const daily = new Set(
    rows
      .filter((row) => row.previous !== null || row.year_before !== null)
      .map((row) => row.metric),
  );
  const worded = metrics.map((row) => ({
    metric: row.metric,
    label: row.label,
    unit: row.unit,
    better: undirected.has(row.metric) ? null : row.better,
    has_quartiles: row.has_quartiles,
    group: groupOf(row.metric, row.components),
    definition: row.definition,
    formula: row.formula,
    null_rule: row.null_rule,
    needs: row.needs,
    entity_types: row.entity_types,
    components: {
      above: row.denominator === null ? null : (components[row.numerator] ?? null),
      below: row.denominator === null ? null : (components[row.denominator] ?? null),
      counted: components[row.count] ?? null,
    },
    is_share: isShare(row),
    is_of_today: row.date_basis === "as_of",
    has_figures: row.has_figures,
    grains: row.grains,
    is_of_cohort: ["created_cohort", "entry_cohort"].includes(row.date_basis),
    is_parted: row.is_parted,
    has_same_day: daily.has(row.metric),
  }));
  return metricGroups.flatMap(({ group, label }) =>
    worded.filter((row) => row.group === group).map((row) => ({ ...row, group: label })),
  );
}
