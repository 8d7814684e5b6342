import { type Table, tableFromArrays, Uint8, vectorFromArray } from "apache-arrow";
import type { Metric } from "../../src/metrics/metric.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { numbers, words } from "./arrow.ts";

/** One cell of the scorecard: a metric of an entity in a period, by one view. */
export interface ScoreRow {
  readonly metric: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly view: string;
  readonly value: number | null;
  readonly lower_quartile: number | null;
  readonly median: number | null;
  readonly upper_quartile: number | null;
  readonly status: string;
}

/** Statuses by the code that the file holds. */
const statuses = ["ok", "partial", "too_few", "absent"] as const;

const keys = ["entity_type", "entity_id", "period", "period_start", "view"] as const;

/** The metrics that occur, worded for readers, in the registry's order. */
export function scoredMetrics(rows: readonly ScoreRow[]) {
  const found = new Set(rows.map((row) => row.metric));
  return metrics
    .filter((metric) => found.has(metric.name))
    .map((metric) => ({
      metric: metric.name,
      label: metric.label,
      unit: metric.unit,
      better: metric.better,
      has_quartiles: metric.hasQuartiles,
    }));
}

/**
 * One row per entity, period and view; for each metric its value and `<metric>_status`,
 * a code: 0 ok, 1 partial, 2 too few, 3 absent; and `<metric>_lower_quartile`, `_median` and
 * `_upper_quartile` over single deals where the metric has them.
 */
export function scorecard(rows: readonly ScoreRow[]): Table {
  const lines = [...groupByKeys(rows).values()];
  const found = metrics.filter((metric) => rows.some((row) => row.metric === metric.name));
  return tableFromArrays({
    ...Object.fromEntries(
      keys.map((key, id) => [
        key,
        words(
          lines.map((line) => line.head[key]),
          id,
        ),
      ]),
    ),
    ...Object.assign({}, ...found.map((metric) => metricColumns(metric, lines))),
  }) as Table;
}

interface Line {
  readonly head: ScoreRow;
  readonly cells: Map<string, ScoreRow>;
}

function groupByKeys(rows: readonly ScoreRow[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const key = keys.map((name) => row[name]).join("\u0000");
    const line = lines.get(key) ?? { head: row, cells: new Map<string, ScoreRow>() };
    lines.set(key, line);
    line.cells.set(row.metric, row);
  }
  return lines;
}

const quartiles = ["lower_quartile", "median", "upper_quartile"] as const;

function metricColumns({ name, hasQuartiles }: Metric, lines: readonly Line[]) {
  const cells = lines.map((line) => line.cells.get(name));
  const values = cells.map((cell) => cell?.value ?? null);
  const codes = cells.map((cell) => statusCode(cell?.status ?? "absent"));
  return {
    [name]: numbers(values),
    [`${name}_status`]: vectorFromArray(codes, new Uint8()),
    ...Object.fromEntries(
      (hasQuartiles ? quartiles : []).map((part) => [
        `${name}_${part}`,
        numbers(cells.map((cell) => cell?.[part] ?? null)),
      ]),
    ),
  };
}

function statusCode(status: string): number {
  const code = (statuses as readonly string[]).indexOf(status);
  if (code < 0) throw new Error(`unknown status: ${status}`);
  return code;
}
