import type { Metric } from "../src/metrics/metric.ts";
import { metricRows, metrics as registry } from "../src/metrics/registry.ts";
import type { Statement } from "../src/warehouse/statement.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** Every deal, and the view that repeats it for each entity it counts for. */
const dealMarts = ["kpi_month", "kpi_deal", "kpi_deal_product"] as const;
const entityView = "kpi_deal_entity";

/** What metrics divide, ending in `kpi_component`; each after the tables that it reads. */
const sumMarts = [
  "kpi_closed",
  "kpi_open",
  "kpi_recent",
  "kpi_quota",
  "kpi_cell",
  "kpi_component",
] as const;

/** Every statement of the stage under `sql/marts`, in the order they run. */
export const metricMarts = [...dealMarts, entityView, ...sumMarts, "kpi"] as const;

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
  await runMarts(run, sumMarts);
  await divide(run);
}

async function writeRegistry(run: Pick<Run, "warehouse">): Promise<void> {
  await run.warehouse.run(sql("tables/metric"));
  await run.warehouse.append("metric", metricRows());
  await noteLineage(run, "metric", "src/metrics/registry.ts", []);
}

async function divide(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await run.warehouse.run(sql("tables/kpi"));
  let rows = 0;
  for (const metric of registry) {
    rows += await run.warehouse.run(divisionOf(metric), { metric: metric.name });
  }
  await noteLineage(run, "kpi", "pipelines/sql/marts/kpi.sql", ["kpi_component", "metric", "run"]);
  run.progress.step("kpi", rows);
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
