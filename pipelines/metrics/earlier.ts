import type { PlainDate } from "../../src/calendar.ts";
import type { OwnMetric } from "../../src/metrics/own.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { type Run, sql } from "../run.ts";
import { divide } from "./division.ts";
import { fillOwnComponents } from "./own.ts";
import { isParted, writeParts } from "./parts.ts";

/** Each step a table of `sql/earlier`, a KPI's own statement of `sql/marts`, or a view of events. */
type Step = readonly [kind: "earlier" | "marts" | "entities", name: string];

const earlier = (...names: readonly string[]) => names.map((name): Step => ["earlier", name]);
const marts = (...names: readonly string[]) => names.map((name): Step => ["marts", name]);
const entities = (...names: readonly string[]) => names.map((name): Step => ["entities", name]);

/** What carries a balance over from before the periods: it needs every month. */
const balances = [
  ...earlier("fiscal_period", "invoice", "payment", "survey_answer"),
  ...marts("kpi_period", "kpi_receivable", "kpi_recurring", "kpi_acquisition"),
];

/** What counts the events of the periods alone. */
const events = [
  ...earlier("kpi_month", "kpi_cell", "opportunity", "lead", "kpi_activity_logged"),
  ...marts("kpi_deal", "kpi_deal_product", "kpi_deal_entity"),
  ...marts("kpi_closed", "kpi_open", "kpi_recent", "kpi_component", "kpi_pipeline"),
  ...marts("kpi_deal_created", "kpi_lead_created", "kpi_dated_deal", "kpi_deal_effort"),
  ...entities("kpi_deal_created", "kpi_lead_created", "kpi_dated_deal", "kpi_deal_effort"),
  ...entities("kpi_activity_logged"),
  ...marts("kpi_created", "kpi_lead", "kpi_push", "kpi_unit"),
  ...marts("kpi_activity_counted", "kpi_activity", "kpi_effort"),
  ...marts("kpi_rep_period", "kpi_rep_entity", "kpi_attained", "kpi_survey"),
];

/** What alone tells of the deals that were open on the day. */
const openDeals = [
  ...earlier("fiscal_period", "kpi_month", "kpi_cell", "opportunity"),
  ...marts("kpi_period", "kpi_deal", "kpi_deal_product", "kpi_deal_entity"),
  ...marts("kpi_closed", "kpi_open", "kpi_recent", "kpi_component", "kpi_pipeline"),
  ...marts("kpi_deal_effort"),
  ...entities("kpi_deal_effort"),
  ...marts("kpi_effort"),
];

const steps = [...balances, ...events];
const written = new Set(steps.map(([, name]) => name));

/** The KPIs that an earlier day has: not plans, nor what only its parts tell. */
const datedMetrics = metrics.filter(
  ({ components, periods, partedBy }) =>
    written.has(components) && periods !== "planned" && partedBy === undefined,
);

/** What stands on a day and not over a period. */
const levels = datedMetrics.filter(
  ({ dateBasis, periods }) => dateBasis === "as_of" && periods === "current",
);

/** Those of a record that may begin within a period. */
const recorded = datedMetrics
  .filter(({ openCohort }) => openCohort === "is_cut_short")
  .map(({ name }) => name);

/**
 * Adds to `same_day` the KPIs of the periods that are cut at a day, as of that day. Their statements
 * run in a schema of its own that stands before the warehouse's: they write there, and read from
 * there what is another as of the day (what is in progress, open, converted, paid by then).
 *
 * @returns how many rows it added
 */
export async function metricsAsOf(
  run: Pick<Run, "warehouse">,
  day: PlainDate,
  own: readonly OwnMetric[],
): Promise<number> {
  return asOfDay(run, day, async () => {
    for (const step of steps) await take(run, step);
    for (const metric of own) await fillOwnComponents(run, metric);
    await run.warehouse.run(sql("tables/kpi"));
    await divide(run, [...datedMetrics, ...own.map(({ metric }) => metric)]);
    return run.warehouse.run(sql("earlier/same_day"), { recorded });
  });
}

/**
 * Adds to `kpi` what stood on the last day of a quarter that is over, such as the open pipeline, by
 * the same statements in the same place.
 *
 * @returns how many rows it added
 */
export async function levelsAsOf(run: Pick<Run, "warehouse">, day: PlainDate): Promise<number> {
  return asOfDay(run, day, async () => {
    for (const step of openDeals) await take(run, step);
    await run.warehouse.run(sql("tables/kpi"));
    await divide(run, levels);
    return run.warehouse.run(sql("earlier/level"));
  });
}

async function asOfDay(
  { warehouse }: Pick<Run, "warehouse">,
  day: PlainDate,
  work: () => Promise<number>,
): Promise<number> {
  await warehouse.run(sql("earlier/make"));
  await warehouse.run(sql("earlier/enter"));
  try {
    await warehouse.run(sql("earlier/run"), { day });
    return await work();
  } finally {
    await warehouse.run(sql("earlier/leave"));
    await warehouse.run(sql("earlier/drop"));
  }
}

async function take(run: Pick<Run, "warehouse">, [kind, name]: Step): Promise<void> {
  if (isParted(name)) await writeParts(run, name);
  else await run.warehouse.run(statementOf(kind, name));
}

const statementOf = (kind: Step[0], name: string) =>
  kind === "entities"
    ? sql("marts/event_entity", { events: name, entities: `${name}_entity` })
    : sql(`${kind}/${name}`);
