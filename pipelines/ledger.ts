import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type PlainDate, parsePlainDate } from "../src/calendar.ts";
import { openWarehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { noteLineage } from "./lineage.ts";
import type { Move } from "./publish/swap.ts";
import { type Run, sql } from "./run.ts";

/** What one rebuild published as its forecasts: a file of the ledger. */
export interface LedgerEntry {
  readonly asOf: PlainDate;
  /** 1 for the first one published as of that day. */
  readonly place: number;
  readonly buildId: string;
  /** From the workspace's folder, with `/`. */
  readonly path: string;
}

/** Where a workspace keeps what its rebuilds forecast. */
export const ledgerFolder = "state/forecasts";
const entryName = /^(\d{4}-\d\d-\d\d)-(\d+)-([0-9a-f]+)\.parquet$/;

/** The ledger of a workspace, oldest as-of first; as of one day in the order of publication. */
function ledgerOf({ folder }: Workspace): LedgerEntry[] {
  const place = join(folder, ledgerFolder);
  const names = existsSync(place) ? readdirSync(place) : [];
  return names
    .flatMap((name) => {
      const [, day, number, buildId] = entryName.exec(name) ?? [];
      if (day === undefined || buildId === undefined) return [];
      const path = `${ledgerFolder}/${name}`;
      return [{ asOf: parsePlainDate(day), place: Number(number), buildId, path }];
    })
    .sort((a, b) => (a.asOf === b.asOf ? a.place - b.place : a.asOf < b.asOf ? -1 : 1));
}

/**
 * What was published before a day. Of several editions as of one day the last counts: it is what
 * readers had before them when the next one came out. Later as-ofs aren't read, so that a rebuild is
 * the same whatever came after it.
 */
export function publishedBefore(workspace: Workspace, asOf: PlainDate): LedgerEntry[] {
  const entries = ledgerOf(workspace).filter((entry) => entry.asOf < asOf);
  return entries.filter((entry, index) => entries[index + 1]?.asOf !== entry.asOf);
}

/** Reads what earlier editions forecast into `forecast_published`. */
export async function readLedger(run: Run): Promise<void> {
  const { warehouse, workspace, asOf } = run;
  const files = publishedBefore(workspace, asOf).map(({ path }) => join(workspace.folder, path));
  await warehouse.run(sql("tables/forecast_published"));
  await noteLineage(run, "forecast_published", "pipelines/ledger.ts", []);
  if (files.length > 0) await warehouse.run(sql("ledger/read"), { files });
}

/**
 * Writes the forecasts of a finished warehouse to a file, to be moved into the ledger with the rest
 * of the build. Nothing is added by the same inputs again, nor by a rebuild as of a day before the
 * last one: on that day it wasn't published.
 *
 * @param built the warehouse, closed
 * @param draft where the file is made
 * @returns the move that adds it; none when there is nothing to add
 */
export async function recordForecasts(
  workspace: Workspace,
  { asOf, buildId, built }: { asOf: PlainDate; buildId: string; built: string },
  draft: string,
): Promise<Move[]> {
  const last = ledgerOf(workspace).at(-1);
  if (last !== undefined && (last.asOf > asOf || last.buildId === buildId)) return [];
  const place = last?.asOf === asOf ? last.place + 1 : 1;
  const warehouse = await openWarehouse(built, { readOnly: true });
  try {
    await warehouse.run(sql("ledger/write", { file: draft }));
  } finally {
    warehouse.close();
  }
  const name = `${asOf}-${place}-${buildId}.parquet`;
  return [{ from: draft, to: join(workspace.folder, ledgerFolder, name) }];
}
