import { grouped } from "../src/statistics/grouped.ts";
import { ratePrior, winRate } from "../src/winning/rate.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { estimatesOf, rateColumns } from "./winning/estimates.ts";
import {
  type Board,
  type CellRow,
  type EffortRow,
  modelled,
  type PairRow,
  type PatternRow,
} from "./winning/rows.ts";
import { yieldsOf } from "./winning/yields.ts";

/** Marts of the stage in the order they run, the views among them. */
export const winMarts = [
  "win_span",
  "win_account",
  "win_effort_deal",
  "win_deal",
  "win_deal_product",
  "win_deal_value",
  "win_scope",
  "win_cell",
  "win_effort",
  "win_pair",
  "win_pattern",
  "win_stage_deal",
  "win_stage",
  "win_loss",
  "win_lead",
  "win_campaign",
  "win_retention",
] as const;

/**
 * The stage: where deals are won, at what effort, and where they are lost. Writes the `win_*`
 * marts, and the estimates made from them to `win_dimension`, `win_estimate`, `win_yield` and
 * `win_pair_estimate`.
 *
 * @throws QueryError naming the statement that failed
 */
export async function winning(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await runMarts(run, winMarts);
  const { warehouse } = run;
  const [settings] = await warehouse.table<{ min_cell: number }>("run", ["as_of"]);
  const minCell = settings?.min_cell ?? Number.NaN;
  const keys = ["span", "scope", "dimension", "value"];
  const cells = await warehouse.table<CellRow>("win_cell", keys);
  const patterns = await warehouse.table<PatternRow>("win_pattern", ["span", "scope", ...modelled]);
  const efforts = await warehouse.table<EffortRow>("win_effort", ["measure", ...keys]);
  const pairs = await warehouse.table<PairRow>("win_pair", pairKeys);
  const ofBoard = byBoard(patterns);
  const effortOf = byBoard(efforts);
  const written = [...byBoard(cells)].map(([key, rows]) => {
    const [head] = rows;
    const board: Board = { span: head?.span ?? "", scope: head?.scope ?? "" };
    const found = estimatesOf(board, rows, ofBoard.get(key) ?? [], minCell);
    const comparable = new Set(
      found.dimensions.filter((d) => d.is_comparable).map((d) => d.dimension),
    );
    return { ...found, yields: yieldsOf(effortOf.get(key) ?? [], comparable, minCell) };
  });
  const made = ["win_cell", "win_pattern", "run"];
  await write(
    run,
    "win_dimension",
    written.flatMap((part) => part.dimensions),
    made,
  );
  await write(
    run,
    "win_estimate",
    written.flatMap((part) => part.estimates),
    made,
  );
  await write(
    run,
    "win_yield",
    written.flatMap((part) => part.yields),
    ["win_effort", "run"],
  );
  await write(run, "win_pair_estimate", pairEstimates(pairs, minCell), ["win_pair", "run"]);
}

const pairKeys = ["span", "scope", "dimension", "other_dimension", "value", "other_value"];

const byBoard = <Row extends Board>(rows: readonly Row[]) =>
  grouped(rows, ({ span, scope }) => JSON.stringify([span, scope]));

/** Rows of `win_pair_estimate`: pairs of the same dimensions lean on each other. */
function pairEstimates(pairs: readonly PairRow[], minCell: number): object[] {
  const alike = grouped(pairs, ({ span, scope, dimension, other_dimension }) =>
    JSON.stringify([span, scope, dimension, other_dimension]),
  );
  return [...alike.values()].flatMap((rows) => {
    const counts = rows.map((row) => ({ ...row, won: row.won_count, lost: row.lost_count }));
    const prior = ratePrior(counts);
    return counts
      .filter(({ won, lost }) => won + lost >= minCell)
      .map((row) => ({ ...row, ...rateColumns(winRate(row, prior)) }));
  });
}

async function write(
  run: Pick<Run, "warehouse" | "progress">,
  table: string,
  rows: readonly object[],
  reads: readonly string[],
): Promise<void> {
  await run.warehouse.run(sql(`tables/${table}`));
  await run.warehouse.append(table, rows);
  await noteLineage(run, table, "pipelines/winning.ts", reads);
  run.progress.step(table, rows.length);
}
