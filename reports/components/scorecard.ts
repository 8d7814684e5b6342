import type { Unit } from "../src/format.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";

/** A sum or count that a metric divides. */
export interface ScoredComponent {
  readonly label: string;
  readonly unit: Unit;
}

export interface ScoredMetric {
  readonly metric: string;
  readonly label: string;
  readonly unit: Unit;
  /** The direction a company wants; null where neither is better in itself. */
  readonly better: "up" | "down" | null;
  /** Whether median and quartiles over single deals stand beside the mean. */
  readonly has_quartiles: boolean;
  readonly group: string;
  readonly definition: string;
  readonly formula: string;
  readonly null_rule: string;
  readonly needs: string;
  readonly entity_types: readonly string[];
  /** What stands above and below the line, and what n counts; null where nothing names it. */
  readonly components: {
    readonly above: ScoredComponent | null;
    readonly below: ScoredComponent | null;
    readonly counted: ScoredComponent | null;
  };
  /** Counts some of the cases that its n counts. */
  readonly is_share: boolean;
  /** Known for the as-of date alone. */
  readonly is_of_today: boolean;
  readonly has_figures: boolean;
  /** The kinds of period that have figures. */
  readonly grains: readonly string[];
  /** Told by its parts alone, such as by stage. */
  readonly is_parted: boolean;
  /** Of what was begun in a period, whenever that is decided. */
  readonly is_of_cohort: boolean;
  /** Whether a period in progress has earlier ones at the same day to be held against. */
  readonly has_same_day: boolean;
}

export interface ScorePeriod {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly label: string;
  readonly is_complete: boolean;
  readonly is_current: boolean;
  /** The data begin in it. */
  readonly is_cut_off: boolean;
}

/** A cell of a scorecard as its file holds it; without a value where too few deals stand behind it. */
export interface ScoredCell {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly view: string;
  readonly metric: string;
  readonly breakdown: string | null;
  readonly value: number | null;
  /** What was divided by what; null of metrics that divide nothing. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly status: "ok" | "partial" | "too_few";
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
  readonly target: number | null;
  readonly previous: number | null;
  readonly previous_n: number | null;
  readonly year_before: number | null;
  readonly year_before_n: number | null;
}

const columns: readonly (keyof ScoredCell)[] = [
  "entity_type",
  "entity_id",
  "period",
  "period_start",
  "view",
  "metric",
  "breakdown",
  "value",
  "numerator",
  "denominator",
  "n",
  "status",
  "lower_quartile",
  "median",
  "upper_quartile",
  "target",
  "previous",
  "previous_n",
  "year_before",
  "year_before_n",
];

/** The cells that match, in the order of the file. */
export const cellsWhere = (table: ColumnTable, where: Partial<ScoredCell>): ScoredCell[] =>
  rowsWhere<ScoredCell>(table, columns, where);
