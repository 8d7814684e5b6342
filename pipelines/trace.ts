import { type RowSource, rowSourceOf } from "../src/metrics/trace.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { formatAnswer, type QueryFormat } from "./answer.ts";
import { asking } from "./query.ts";
import { sql } from "./run.ts";
import { askedFor, type Cell, type TraceOptions } from "./trace/asked.ts";
import { type Figure, figureWords } from "./trace/words.ts";

/** The rows behind a figure, and a sentence on the figure that they make. */
export interface Traced {
  readonly heading: string;
  readonly rows: string;
}

/**
 * Tells which rows a KPI's figure is made of: the deals or leads with their part of numerator and
 * denominator and the export row that told of each, else the row of the table that it is divided from.
 *
 * @throws InputError when nothing was built yet, and for a metric, entity, period or as-of that
 *   the warehouse doesn't hold
 */
export const trace = (
  workspace: Workspace,
  options: TraceOptions,
  format: QueryFormat,
): Promise<Traced> => asking(workspace, (warehouse) => tracedIn(warehouse, options, format));

/** The same in a warehouse that is open. */
export async function tracedIn(
  warehouse: Warehouse,
  options: TraceOptions,
  format: QueryFormat,
): Promise<Traced> {
  const asked = await askedFor(warehouse, options);
  const { cell, metric } = asked;
  const figures = await warehouse.all<Figure>(sql("trace/figure"), {
    metric: metric.metric,
    ...cell,
  });
  const source = rowSourceOf(metric);
  const answer = source
    ? await rowsOf(warehouse, cell, source)
    : await warehouse.query(sql("trace/component", { components: metric.components }), { ...cell });
  return { heading: figureWords(asked, figures, source), rows: formatAnswer(answer, format) };
}

/** Stands for a denominator that rows have no part of. */
const noPart = "no_part";

async function rowsOf(
  warehouse: Warehouse,
  cell: Cell,
  { rows, numerator, denominator }: RowSource,
) {
  await warehouse.run(sql(`trace/${rows}`));
  const names = { numerator, denominator: denominator ?? noPart };
  const found = await warehouse.query(sql("trace/row", names), { ...cell });
  if (denominator !== null) return found;
  const kept = found.columns.map((column) => column !== noPart);
  const keep = <Part>(values: readonly Part[]) => values.filter((_, index) => kept[index]);
  return { columns: keep(found.columns), rows: found.rows.map(keep) };
}
