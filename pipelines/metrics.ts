import type { Metric } from "../src/metrics/metric.ts";
import { metricRows, metrics as registry } from "../src/metrics/registry.ts";
import type { Statement } from "../src/warehouse/statement.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { winCurves } from "./win-curve.ts";

/** Every deal, and the view that repeats it for each entity it counts for. */
const dealMarts = [
  "kpi_month",
  "kpi_period",
  "kpi_assignment",
  "kpi_version",
  "kpi_told",
  "kpi_deal",
  "kpi_deal_product",
] as const;
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

/** What happens to deals and leads; each gets a view that repeats it for each entity it counts for. */
const eventMarts = [
  "kpi_deal_created",
  "kpi_lead_created",
  "kpi_stage_visit",
  "kpi_stage_stay",
  "kpi_dated_deal",
  "kpi_yield_event",
  "kpi_activity_logged",
  "kpi_deal_effort",
] as const;

/** What the other families of metrics divide, each after the tables that it reads. */
const familyMarts = [
  "kpi_created",
  "kpi_lead",
  "kpi_stage",
  "kpi_stage_days",
  "kpi_pipeline",
  "kpi_push",
  "kpi_yield",
  "kpi_unit",
  "kpi_loss",
  "kpi_activity",
  "kpi_effort",
  "kpi_win_curve",
] as const;

/** Every statement of the stage under `sql/marts`, in the order they run. */
export const metricMarts = [
  ...dealMarts,
  entityView,
  ...sumMarts,
  ...eventMarts,
  ...familyMarts,
  "kpi",
] as const;

/** The view of an event table that the families read. */
export const eventViews = eventMarts.map((events) => `${events}_entity`);

const macros = [
  "entities_of",
  "placings",
  "placed_in",
  "grains",
  "start_of",
  "periods_of",
  "views_of",
] as const;

/**
 * The stage: writes the registry to `metric`, and every KPI of the canonical tables to `kpi`.
 *
 * @throws QueryError naming the statement that failed
 */
export async function metrics(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  for (const macro of macros) await run.warehouse.run(sql(`readers/${macro}`));
  await writeRegistry(run);
  await runMarts(run, dealMarts);
  await run.warehouse.run(sql(`marts/${entityView}`));
  const deals = ["kpi_deal", "kpi_deal_product", "run"];
  await noteLineage(run, entityView, `pipelines/sql/marts/${entityView}.sql`, deals);
  await runMarts(run, sumMarts);
  for (const events of eventMarts) await placeEvents(run, events);
  await winCurves(run);
  await runMarts(run, familyMarts);
  await divide(run);
}

/** An event table, and its view over the entities that each event counts for. */
async function placeEvents(run: Pick<Run, "warehouse" | "progress">, events: string) {
  await runMarts(run, [events]);
  const entities = `${events}_entity`;
  await run.warehouse.run(sql("marts/event_entity", { events, entities }));
  const reads = [events, "kpi_assignment", "kpi_deal_product", "kpi_month", "rep", "run"];
  await noteLineage(run, entities, "pipelines/sql/marts/event_entity.sql", reads);
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
  const families = registry.map((metric) => metric.components);
  const reads = [...new Set([...families, "kpi_cell", "kpi_period", "metric", "run"])].toSorted();
  await noteLineage(run, "kpi", "pipelines/sql/marts/kpi.sql", reads);
  run.progress.step("kpi", rows);
}

/** `kpi.sql` on the family's table and the columns of it that the registry names for a metric. */
function divisionOf(metric: Metric): Statement {
  const { components, numerator, denominator, count, hasQuartiles } = metric;
  const { openCohort = "is_open_cohort" } = metric;
  return sql("marts/kpi", {
    components,
    open_cohort: openCohort,
    numerator,
    denominator: denominator ?? numerator,
    count,
    quartiles: hasQuartiles ? `${numerator}_quartiles` : "no_quartiles",
  });
}
