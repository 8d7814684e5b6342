import { InputError } from "../src/errors.ts";
import { dividesByQuota, type RowSource, rowSourceOf } from "../src/metrics/trace.ts";
import type { Value } from "../src/warehouse/values.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { formatAnswer, type QueryFormat } from "./answer.ts";
import { commandLine } from "./command-line.ts";
import { productVersion } from "./manifest.ts";
import { asking } from "./query.ts";
import { sql } from "./run.ts";
import { type Asked, askedFor, type Cell, oneOf, type TraceOptions } from "./trace/asked.ts";
import { type Figure, figureWords, type QuotaRow } from "./trace/words.ts";

/** The rows behind a figure, and a sentence on the figure that they make. */
export interface Traced {
  readonly heading: string;
  readonly rows: string;
}

/**
 * Tells which rows a KPI's figure is made of: the deals, leads, lines, activities or subscriptions with their part of numerator and
 * denominator and the export row that told of each, else the row of the table that it is worked out from.
 *
 * @throws InputError when nothing was built yet or by other code, and for a metric, entity, period or as-of that
 *   the warehouse doesn't hold
 */
export const trace = (
  workspace: Workspace,
  options: TraceOptions,
  format: QueryFormat,
): Promise<Traced> =>
  asking(workspace, async (warehouse) => {
    await refuseOtherVersion(warehouse, workspace.folder);
    return tracedIn(warehouse, options, format, workspace.folder);
  });

/** What other code wrote may have other columns, or mean something else by them. */
async function refuseOtherVersion(warehouse: Warehouse, folder: string): Promise<void> {
  const written = await warehouse.table<{ version: string }>("manifest_version", ["name"]);
  if (written.some(({ version }) => version === productVersion)) return;
  throw new InputError("warehouse of another version", {
    remedy: `Build it again: ${commandLine("rebuild", folder)}`,
  });
}

/** The same in a warehouse that is open, of a workspace in a folder. */
export async function tracedIn(
  warehouse: Warehouse,
  options: TraceOptions,
  format: QueryFormat,
  folder: string,
): Promise<Traced> {
  const asked = await askedFor(warehouse, options, folder);
  const { cell, metric } = asked;
  const figures = await figuresOf(warehouse, asked, options.breakdown);
  const summed = rowSourceOf(metric);
  const source = options.breakdown !== undefined && !summed?.isToldApart ? null : summed;
  const isDivided = figures.some((row) => row.denominator !== null);
  const quotas = dividesByQuota(metric)
    ? await warehouse.all<QuotaRow>(sql("trace/quota"), quotaCell(cell))
    : [];
  const answer = source
    ? await rowsOf(warehouse, asked, source, options.breakdown)
    : await componentsOf(warehouse, asked, options.breakdown);
  const heading = figureWords(asked, { figures, source, quotas: isDivided ? quotas : [] });
  return { heading, rows: formatAnswer(answer, format) };
}

/** A quota is an entity's in every view. */
const quotaCell = ({ view: _, ...cell }: Cell) => cell;

async function figuresOf(
  warehouse: Warehouse,
  { cell, metric }: Asked,
  breakdown: string | undefined,
): Promise<readonly Figure[]> {
  const place = { metric: metric.metric, ...cell };
  const figures = await warehouse.all<Figure>(sql("trace/figure"), place);
  if (breakdown === undefined) return figures;
  const known = figures.filter((figure) => figure.breakdown !== null);
  if (known.length === 0) {
    throw new InputError(`unknown breakdown: "${breakdown}"`, {
      remedy: `${metric.metric} has no breakdowns in this period: leave --breakdown out.`,
    });
  }
  return [oneOf("breakdown", breakdown, known, (figure) => figure.breakdown ?? "")];
}

async function componentsOf(
  warehouse: Warehouse,
  { cell, metric }: Asked,
  breakdown: string | undefined,
) {
  const statement = sql("trace/component", { components: metric.components });
  const { columns, rows } = await warehouse.query(statement, { ...cell });
  const place = columns.indexOf("breakdown");
  return {
    columns,
    rows: rows.filter((row) => breakdown === undefined || row[place] === breakdown),
  };
}

/** Stands for a component that rows have no part of, and for breakdowns that they don't tell. */
const noPart = "no_part";

async function rowsOf(
  warehouse: Warehouse,
  { cell, metric }: Asked,
  source: RowSource,
  breakdown: string | undefined,
) {
  await warehouse.run(sql(`trace/${source.rows}`));
  await warehouse.run(sql(`trace/told_${source.object}`));
  const names = {
    numerator: source.numerator,
    denominator: source.denominator ?? noPart,
    count: source.count ?? noPart,
    breakdowns: source.isToldApart ? "breakdowns" : "no_breakdowns",
  };
  const found = await warehouse.query(sql("trace/row", names), {
    ...cell,
    metric: metric.metric,
    breakdown: breakdown ?? null,
    is_share: source.isShare,
  });
  const place = found.columns.indexOf("breakdown");
  const isToldApart = found.rows.some((row) => isFilled(row[place] ?? null));
  const kept = found.columns.map(
    (name) => name !== noPart && (isToldApart || name !== "breakdown"),
  );
  const keep = <Part>(values: readonly Part[]) => values.filter((_, index) => kept[index]);
  return { columns: keep(found.columns), rows: found.rows.map(keep) };
}

const isFilled = (value: Value) => Array.isArray(value) && value.length > 0;
