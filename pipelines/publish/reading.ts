import type { Metric } from "../../src/metrics/metric.ts";
import { loadStatement } from "../../src/warehouse/statement.ts";
import type { Values, Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Edition, Feed } from "./file.ts";

/** The rows of a query in `sql/reports/`. */
export function readReport<Row>(
  warehouse: Warehouse,
  name: string,
  values?: Values,
): Promise<Row[]> {
  const file = new URL(`../sql/reports/${name}.sql`, import.meta.url);
  return warehouse.all<Row>(loadStatement(file), values);
}

/** A metric as the warehouse defines it: a built-in one, or one of the company's own. */
export interface MetricRow {
  readonly metric: string;
  readonly label: string;
  readonly definition: string;
  readonly formula: string;
  /** The table of its family. */
  readonly components: string;
  /** Columns of that table; nothing is divided without the one below. */
  readonly numerator: string;
  readonly denominator: string | null;
  readonly count: string;
  readonly unit: Metric["unit"];
  readonly better: Metric["better"];
  readonly date_basis: Metric["dateBasis"];
  readonly null_rule: string;
  readonly needs: string;
  readonly entity_types: readonly string[];
  readonly has_quartiles: boolean;
  /** Whether any figure of it is known. */
  readonly has_figures: boolean;
  /** Told by its parts alone, such as by stage. */
  /** Of `month`, `quarter` and `year`, those that have figures. */
  readonly grains: readonly string[];
  readonly is_parted: boolean;
}

/** Every metric, in the order in which pages list them. */
export const readMetrics = (warehouse: Warehouse): Promise<MetricRow[]> =>
  readReport<MetricRow>(warehouse, "metric");

/** @throws Error when none has the name */
export function metricNamed(metrics: readonly MetricRow[], name: string): MetricRow {
  const metric = metrics.find((candidate) => candidate.metric === name);
  if (!metric) throw new Error(`unknown metric: ${name}`);
  return metric;
}

/** A metric of one entity and period, as it is today. */
export interface KpiRow {
  readonly metric: string;
  readonly entity_id: string;
  readonly period_start: string;
  readonly label: string;
  readonly is_current: boolean;
  readonly is_complete: boolean;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly status: string;
}

/** Every value of a metric over the periods of a grain, for all entities of a type. */
export function readKpi(
  warehouse: Warehouse,
  metric: string,
  period: string,
  entity_type: string,
): Promise<KpiRow[]> {
  return readReport<KpiRow>(warehouse, "kpi_value", { metric, period, entity_type });
}

/** @throws Error when the warehouse has no run, that is, when nothing was modelled */
export async function readEdition(warehouse: Warehouse): Promise<Edition> {
  const [run] = await warehouse.table<Omit<Edition, "feeds">>("run", ["as_of"]);
  if (!run) throw new Error("missing run: the warehouse holds no modelled data");
  const feeds = await warehouse.table<Feed>("feed", ["source"]);
  return { ...run, feeds };
}
