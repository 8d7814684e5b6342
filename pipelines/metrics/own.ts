import { formulaTables } from "../../src/metrics/formula/column.ts";
import { evaluate, type Figure, type Tally } from "../../src/metrics/formula/evaluate.ts";
import { type Aggregate, formulaAggregates } from "../../src/metrics/formula/expression.ts";
import type { OwnMetric } from "../../src/metrics/own.ts";
import { noteLineage } from "../lineage.ts";
import { type Run, sql } from "../run.ts";
import { aggregateQuery, keys } from "./aggregate-query.ts";

interface Cell {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly view: string;
  readonly period: string;
  readonly period_start: string;
}

const keyOf = (cell: Cell) => JSON.stringify(keys.map((key) => cell[key]));

/** What each aggregate of a formula comes to in a cell. */
type Tallies = ReadonlyMap<Aggregate, Tally>;

const noRows: Tally = { rows: 0, values: 0, value: null };

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

/** Writes the table that a company's own KPI names, in the schema that statements write to; its rows. */
export async function fillOwnComponents(
  run: Pick<Run, "warehouse">,
  own: OwnMetric,
): Promise<number> {
  const { warehouse } = run;
  const { metric } = own;
  const found = await tallies(run, own);
  const { entityTypes: entity_types } = metric;
  const cells = await warehouse.all<Cell>(sql("own/cell"), { entity_types });
  const row = (cell: Cell) => componentRow(own, cell, found?.get(keyOf(cell)) ?? new Map());
  const rows = found === null ? [] : cells.map(row);
  await warehouse.run(sql("tables/own_component", { own: metric.components }));
  await warehouse.append(metric.components, rows);
  return rows.length;
}

/**
 * What the aggregates come to, by cell; a cell that no row falls into has none. Null where a table
 * has no row at all: its data aren't there, and nothing is zero.
 */
async function tallies(run: Pick<Run, "warehouse">, { metric, formula }: OwnMetric) {
  const found = new Map<string, Map<Aggregate, Tally>>();
  const aggregates = formulaAggregates(formula);
  await run.warehouse.run(sql("own/deal"));
  for (const table of new Set(aggregates.map((part) => part.table))) {
    const rows = await placeRows(run, table, metric.dateBasis);
    const asked = aggregates.filter((part) => part.table === table);
    const answers = await run.warehouse.all<Cell & Readonly<Record<string, number | null>>>(
      aggregateQuery(rows, asked),
    );
    if (answers.length === 0) return null;
    for (const answer of answers) noteAnswer(found, answer, asked);
  }
  return found;
}

/** What one row of an answer gives its cell; a row of both views gives it two. */
function noteAnswer(
  found: Map<string, Map<Aggregate, Tally>>,
  answer: Cell & Readonly<Record<string, number | null>>,
  asked: readonly Aggregate[],
): void {
  for (const view of answer.view === "both" ? ["as_was", "as_is"] : [answer.view]) {
    const key = keyOf({ ...answer, view });
    const cell = found.get(key) ?? new Map<Aggregate, Tally>();
    for (const [index, part] of asked.entries()) cell.set(part, tallyOf(answer, index));
    found.set(key, cell);
  }
}

/** Lays the views of a table's rows, by entity, view and period; the name of the last. */
async function placeRows({ warehouse }: Pick<Run, "warehouse">, table: string, basis: string) {
  const happened_on = formulaTables[table]?.dates[basis];
  if (happened_on === undefined) throw new Error(`unknown date basis: ${basis} of ${table}`);
  const [events, entities, rows] = [`own_${table}`, `own_${table}_entity`, `own_${table}_row`];
  await warehouse.run(sql(`own/${table}`, { events, happened_on }));
  await warehouse.run(sql("marts/event_entity", { events, entities }));
  await warehouse.run(sql("own/row", { entities, rows }));
  return rows;
}

const tallyOf = (answer: Readonly<Record<string, unknown>>, index: number): Tally => ({
  rows: Number(answer[`rows_${index}`]),
  values: Number(answer[`values_${index}`]),
  value: answer[`value_${index}`] === null ? null : Number(answer[`value_${index}`]),
});

function componentRow({ metric, formula }: OwnMetric, cell: Cell, known: Tallies) {
  const tally = (part: Aggregate) => known.get(part) ?? noRows;
  const numerator = evaluate(formula.numerator, tally);
  const denominator = formula.denominator && evaluate(formula.denominator, tally);
  const below = formula.denominator ?? formula.numerator;
  const counted = formulaAggregates({ numerator: below, denominator: null });
  return {
    ...cell,
    ...dividedBy(numerator, denominator, metric.whenEmpty),
    // the smallest sample that it rests on
    n: Math.min(...counted.map((part) => tally(part).rows)),
  };
}

/**
 * What the KPI engine divides: where there is nothing to take a figure of, what makes the company's
 * null rule of it; a missing value stays missing.
 */
function dividedBy(numerator: Figure, denominator: Figure | null, whenEmpty: 0 | null) {
  if (numerator === "missing" || denominator === "missing") {
    return { numerator: null, denominator: null };
  }
  if (numerator === "undefined" || denominator === "undefined") {
    return { numerator: whenEmpty, denominator: denominator === null ? null : 0 };
  }
  return { numerator, denominator };
}
