import type { Metric } from "../src/metrics/metric.ts";
import type { OwnMetric } from "../src/metrics/own.ts";
import { metricRows, metrics as registry } from "../src/metrics/registry.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { divide } from "./metrics/division.ts";
import {
  accuracyMart,
  dealMarts,
  entityView,
  eventMarts,
  familyMarts,
  sumMarts,
} from "./metrics/marts.ts";
import { writeOwnComponents } from "./metrics/own.ts";
import { isParted, writeParts } from "./metrics/parts.ts";
import { type Run, sql } from "./run.ts";
import { winCurves } from "./win-curve.ts";

const macros = [
  "entities_of",
  "placings",
  "placed_in",
  "grains",
  "start_of",
  "periods_of",
  "views_of",
  "age_band",
  "campaign_breakdown",
  "two_bytes",
  "in_part",
] as const;

/**
 * The stage: writes the registry to `metric`, and every KPI of the canonical tables to `kpi`.
 *
 * @param own the company's own KPIs, divided like the built-in ones
 * @throws QueryError naming the statement that failed
 */
export async function metrics(
  run: Pick<Run, "warehouse" | "progress">,
  own: readonly OwnMetric[] = [],
): Promise<void> {
  for (const macro of macros) await run.warehouse.run(sql(`readers/${macro}`));
  const defined = [...registry, ...own.map(({ metric }) => metric)];
  await writeRegistry(run, defined);
  await runMarts(run, dealMarts);
  await run.warehouse.run(sql(`marts/${entityView}`));
  const deals = ["kpi_deal", "kpi_deal_product", "run"];
  await noteLineage(run, entityView, `pipelines/sql/marts/${entityView}.sql`, deals);
  await runMarts(run, sumMarts);
  for (const events of eventMarts) await placeEvents(run, events);
  await winCurves(run);
  await runMarts(run, familyMarts, {}, (mart, statement) =>
    isParted(mart) ? writeParts(run, mart) : run.warehouse.run(statement),
  );
  for (const metric of own) await writeOwnComponents(run, metric);
  await run.warehouse.run(sql("tables/kpi"));
  const divided = defined.filter((metric) => metric.components !== accuracyMart);
  run.progress.step("kpi", await divide(run, divided));
}

/**
 * The step after the forecast: adds to `kpi` how far past forecasts were off.
 *
 * @throws QueryError naming the statement that failed
 */
export async function accuracy(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await runMarts(run, [accuracyMart]);
  const divided = registry.filter((metric) => metric.components === accuracyMart);
  run.progress.step("kpi", await divide(run, divided));
  await noteDivision(run);
}

/** An event table, and its view over the entities that each event counts for. */
async function placeEvents(run: Pick<Run, "warehouse" | "progress">, events: string) {
  await runMarts(run, [events]);
  const entities = `${events}_entity`;
  await run.warehouse.run(sql("marts/event_entity", { events, entities }));
  const reads = [events, "kpi_assignment", "kpi_deal_product", "kpi_month", "rep", "run"];
  await noteLineage(run, entities, "pipelines/sql/marts/event_entity.sql", reads);
}

async function writeRegistry(run: Pick<Run, "warehouse">, defined: readonly Metric[]) {
  await run.warehouse.run(sql("tables/metric"));
  await run.warehouse.append("metric", metricRows(defined));
  await noteLineage(run, "metric", "src/metrics/registry.ts", []);
}

async function noteDivision(run: Pick<Run, "warehouse">): Promise<void> {
  const families = registry.map((metric) => metric.components);
  const reads = [...new Set([...families, "kpi_cell", "kpi_period", "metric", "run"])].toSorted();
  await noteLineage(run, "kpi", "pipelines/sql/marts/kpi.sql", reads);
}
