import { formulaTables } from "../../src/metrics/formula/column.ts";
import { formulaAggregates } from "../../src/metrics/formula/expression.ts";
import type { OwnMetric } from "../../src/metrics/own.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { noteLineage } from "../lineage.ts";
import { type Run, sql } from "../run.ts";
import { aggregateView } from "./aggregate-query.ts";
import { figureView } from "./figure-query.ts";

/**
 * Writes what a company's own KPI divides, in every cell in which its entities report, to the table
 * that the KPI names.
 */
export async function writeOwnComponents(
  run: Pick<Run, "warehouse" | "progress">,
  own: OwnMetric,
): Promise<void> {
  const { metric, formula } = own;
  const rows = await fillOwnComponents(run, own);
  const reads = [...new Set(formulaAggregates(formula).map((part) => part.table))];
  await noteLineage(run, metric.components, "pipelines/metrics/own.ts", ["kpi_cell", ...reads]);
  run.progress.step(metric.components, rows);
}

/**
 * Writes the table that a company's own KPI names, in the schema that statements write to; its rows.
 * Where a table that the formula asks has no row at all its data aren't there, and nothing is zero.
 */
export async function fillOwnComponents(
  { warehouse }: Pick<Run, "warehouse">,
  own: OwnMetric,
): Promise<number> {
  const { components, entityTypes: entity_types, whenEmpty: when_empty } = own.metric;
  const figures = `${components}_figure`;
  await warehouse.run(sql("tables/own_component", { own: components }));
  if (!(await layFigures(warehouse, own, figures))) return 0;
  const is_divided = own.formula.denominator !== null;
  const values = { entity_types, when_empty, is_divided };
  return warehouse.run(sql("own/component", { own: components, figures }), values);
}

/** Lays the view of what a formula divides in every cell; whether each table has a row for it. */
async function layFigures(
  warehouse: Warehouse,
  { metric, formula }: OwnMetric,
  figures: string,
): Promise<boolean> {
  const all = formulaAggregates(formula);
  const tables = [...new Set(all.map((part) => part.table))];
  await warehouse.run(sql("own/deal"));
  await warehouse.run(sql("own/cell"));
  let arePlaced = true;
  for (const table of tables) {
    const { rows, tally, totals } = viewsOf(table);
    await placeRows(warehouse, table, metric.dateBasis);
    const asked = all.filter((part) => part.table === table);
    await warehouse.run(aggregateView(totals, rows, asked, all));
    await warehouse.run(sql("own/tally", { totals, tally }));
    const [placed] = await warehouse.all<{ is_placed: boolean }>(sql("own/is_placed", { rows }));
    arePlaced &&= placed?.is_placed === true;
  }
  await warehouse.run(
    figureView(
      figures,
      formula,
      tables.map((table) => viewsOf(table).tally),
    ),
  );
  return arePlaced;
}

/** The views of a table's rows: as they are, by entity, by period, added up, and so by view. */
const viewsOf = (table: string) => ({
  events: `own_${table}`,
  entities: `own_${table}_entity`,
  rows: `own_${table}_row`,
  totals: `own_${table}_total`,
  tally: `own_${table}_tally`,
});

/** Lays the views of a table's rows, by entity, view and period. */
async function placeRows(warehouse: Warehouse, table: string, basis: string): Promise<void> {
  const happened_on = formulaTables[table]?.dates[basis];
  if (happened_on === undefined) throw new Error(`unknown date basis: ${basis} of ${table}`);
  const { events, entities, rows } = viewsOf(table);
  await warehouse.run(sql(`own/${table}`, { events, happened_on }));
  await warehouse.run(sql("marts/event_entity", { events, entities }));
  await warehouse.run(sql("own/row", { entities, rows }));
}
