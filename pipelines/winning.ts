import { grouped } from "../src/statistics/grouped.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";
import { effectOf, estimatesOf } from "./winning/estimates.ts";
import { pairsOf } from "./winning/pairs.ts";
import {
  type Board,
  type BoardRow,
  type CellRow,
  type EffortRow,
  modelled,
  type PairRow,
  type PatternRow,
} from "./winning/rows.ts";
import { yieldsOf } from "./winning/yields.ts";

/** Marts of the stage in the order they run, the views among them. */
const winMarts = [
  "win_span",
  "win_account",
  "win_effort_deal",
  "win_deal",
  "win_deal_product",
  "win_deal_value",
  "win_scope",
  "win_board",
  "win_cell",
  "win_effort",
  "win_pair",
  "win_pattern",
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
  const { warehouse } = run;
  await warehouse.run(sql("readers/brought"));
  await runMarts(run, winMarts);
  const [settings] = await warehouse.table<{ min_cell: number }>("run", ["as_of"]);
  if (!settings) throw new Error("missing run: the warehouse holds no modelled data");
  const minCell = settings.min_cell;
  const { boards, cells, patterns, efforts, pairs } = await readTables(warehouse);
  const written = boards.map((board) => {
    const of = <Row>(rows: ReadonlyMap<string, Row[]>) => rows.get(boardKey(board)) ?? [];
    const found = estimatesOf(board, of(cells), of(patterns), minCell);
    const comparable = found.dimensions.filter((row) => row.is_comparable);
    const names = new Set(comparable.map((row) => row.dimension));
    return {
      ...found,
      yields: yieldsOf(of(efforts), names, minCell),
      pairs: pairsOf(of(pairs), effectOf(board), minCell),
    };
  });
  const made = ["win_board", "win_cell", "win_pattern", "run"];
  const tables = [
    ["win_dimension", written.flatMap((part) => part.dimensions), made],
    ["win_estimate", written.flatMap((part) => part.estimates), made],
    ["win_yield", written.flatMap((part) => part.yields), [...made, "win_effort"]],
    ["win_pair_estimate", written.flatMap((part) => part.pairs), ["win_board", "win_pair", "run"]],
  ] as const;
  for (const [table, rows, reads] of tables) await write(run, table, rows, reads);
}

/** The boards, and by board what each is estimated from. */
const readTables = async (warehouse: Warehouse) => ({
  boards: await warehouse.table<BoardRow>("win_board", ["span", "scope"]),
  cells: byBoard(await warehouse.table<CellRow>("win_cell", keys)),
  patterns: byBoard(
    await warehouse.table<PatternRow>("win_pattern", ["span", "scope", ...modelled]),
  ),
  efforts: byBoard(await warehouse.table<EffortRow>("win_effort", ["measure", ...keys])),
  pairs: byBoard(await warehouse.table<PairRow>("win_pair", pairKeys)),
});

const keys = ["span", "scope", "dimension", "value"];
const pairKeys = ["span", "scope", "dimension", "other_dimension", "value", "other_value"];

const boardKey = ({ span, scope }: Board) => JSON.stringify([span, scope]);
const byBoard = <Row extends Board>(rows: readonly Row[]) => grouped(rows, boardKey);

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
