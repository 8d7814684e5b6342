import type { Metric } from "../src/metrics/metric.ts";
import { metricRows, metrics as registry } from "../src/metrics/registry.ts";
import type { Statement } from "../src/warehouse/statement.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { type Run, sql } from "./run.ts";

/** Tables and views that end in `kpi_component`, each after those it reads. */
export const componentMarts = [
  "kpi_month",
  "kpi_deal",
  "kpi_deal_product",
  "kpi_deal_entity",
  "kpi_closed",
  "kpi_open",
  "kpi_recent",
  "kpi_quota",
  "kpi_cell",
  "kpi_component",
] as const;

/** The stage: the registry in `metric`, and every KPI of the canonical tables in `kpi`. */
export async function metrics({ warehouse, progress }: Run): Promise<void> {
  progress.step("metrics", await writeMetrics(warehouse));
}

/**
 * Writes `metric`, the `kpi_` tables and `kpi`; the number of rows in `kpi`.
 *
 * @throws QueryError naming the statement that failed
 */
export async function writeMetrics(warehouse: Warehouse): Promise<number> {
  await warehouse.run(sql("tables/metric"));
  await warehouse.append("metric", metricRows());
  for (const mart of componentMarts) await warehouse.run(sql(`marts/${mart}`));
  await warehouse.run(sql("tables/kpi"));
  let rows = 0;
  for (const metric of registry) {
    rows += await warehouse.run(divisionOf(metric), { metric: metric.name });
  }
  return rows;
}

/** `kpi.sql` on the columns of `kpi_component` that the registry names for a metric. */
function divisionOf({ numerator, denominator, count, hasQuartiles }: Metric): Statement {
  return sql("marts/kpi", {
    numerator,
    denominator: denominator ?? numerator,
    count,
    quartiles: hasQuartiles ? `${numerator}_quartiles` : "no_quartiles",
  });
}
