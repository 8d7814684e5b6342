import type { Metric } from "../src/metrics/metric.ts";
import { metricRows, metrics as registry } from "../src/metrics/registry.ts";
import type { Statement } from "../src/warehouse/statement.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** Every deal, and the view that repeats it for each entity it counts for. */
const dealMarts = ["kpi_month", "kpi_period", "kpi_deal", "kpi_deal_product"] as const;
const entityView = "kpi_deal_entity";

/** What metrics of closed and open deals divide, ending in the table that they name. */
const sumMarts = [
  "kpi_closed",
  "kpi_open",
  "kpi_recent",
  "kpi_quota",
  "kpi_cell",
  "kpi_component",
] as const;

/** What the other families of metrics divide, each after the tables that it reads. */
const familyMarts = [
  "kpi_receivable",
  "kpi_account_entity",
  "kpi_recurring",
  "kpi_expense",
  "kpi_acquisition",
  "kpi_rep_period",
  "kpi_rep_entity",
  "kpi_attained",
  "kpi_assigned",
  "kpi_capacity",
  "kpi_survey",
] as const;

/** The family that the forecast's back-test must have been written for. */
const accuracyMart = "kpi_forecast_error";

/** Every statement of the two steps under `sql/marts`, in the order they run. */
export const metricMarts = [
  ...dealMarts,
  entityView,
  ...sumMarts,
  ...familyMarts,
  accuracyMart,
  "kpi",
] as const;

/**
 * The stage: writes the registry to `metric`, and every KPI of the canonical tables to `kpi`.
 *
 * @throws QueryError naming the statement that failed
 */
export async function metrics(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await writeRegistry(run);
  await runMarts(run, dealMarts);
  await run.warehouse.run(sql(`marts/${entityView}`));
  const deals = ["kpi_deal", "kpi_deal_product", "run"];
  await noteLineage(run, entityView, `pipelines/sql/marts/${entityView}.sql`, deals);
  await runMarts(run, [...sumMarts, ...familyMarts]);
  await run.warehouse.run(sql("tables/kpi"));
  await divide(
    run,
    registry.filter((metric) => metric.components !== accuracyMart),
  );
}

/**
 * The step after the forecast: adds to `kpi` how far past forecasts were off.
 *
 * @throws QueryError naming the statement that failed
 */
export async function accuracy(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await runMarts(run, [accuracyMart]);
  await divide(
    run,
    registry.filter((metric) => metric.components === accuracyMart),
  );
  await noteDivision(run);
}

async function writeRegistry(run: Pick<Run, "warehouse">): Promise<void> {
  await run.warehouse.run(sql("tables/metric"));
  await run.warehouse.append("metric", metricRows());
  await noteLineage(run, "metric", "src/metrics/registry.ts", []);
}

async function divide(run: Pick<Run, "warehouse" | "progress">, divided: readonly Metric[]) {
  let rows = 0;
  for (const metric of divided) {
    rows += await run.warehouse.run(divisionOf(metric), { metric: metric.name });
  }
  run.progress.step("kpi", rows);
}

async function noteDivision(run: Pick<Run, "warehouse">): Promise<void> {
  const families = registry.map((metric) => metric.components);
  const reads = [...new Set([...families, "kpi_cell", "kpi_period", "metric", "run"])].toSorted();
  await noteLineage(run, "kpi", "pipelines/sql/marts/kpi.sql", reads);
}

/** `kpi.sql` on the family's table and the columns of it that the registry names for a metric. */
function divisionOf(metric: Metric): Statement {
  const { components, numerator, denominator, count, hasQuartiles } = metric;
  return sql("marts/kpi", {
    components,
    numerator,
    denominator: denominator ?? numerator,
    count,
    quartiles: hasQuartiles ? `${numerator}_quartiles` : "no_quartiles",
  });
}
