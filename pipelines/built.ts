import { constants, copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { commandLine } from "./command-line.ts";
import { takeLock } from "./lock.ts";
import { placesOf } from "./places.ts";
import { type Move, recover, swap } from "./publish/swap.ts";

/** The rebuild that a warehouse is of. */
export interface BuiltRun {
  readonly as_of: PlainDate;
  readonly build_id: string;
}

/** A copy of the built warehouse to write in, and a folder for files that are made beside it. */
interface BuiltCopy {
  readonly warehouse: Warehouse;
  readonly run: BuiltRun;
  readonly next: string;
}

/** What work on a built warehouse came to, and the finished files that it leaves with their places. */
export interface Change<Result> {
  readonly result: Result;
  readonly moves: readonly Move[];
}

/**
 * Changes the built warehouse and the files that go with it while no rebuild is under way, all or
 * nothing: the work is done on a copy, which takes the place of the warehouse once it is done.
 *
 * @throws InputError where nothing was built yet, or a rebuild is running
 */
export async function changingBuilt<Result>(
  { folder }: Workspace,
  work: (built: BuiltCopy) => Promise<Change<Result>>,
): Promise<Result> {
  const places = placesOf(folder);
  if (!existsSync(places.warehouse)) {
    throw new InputError(`missing warehouse: ${places.warehouse}`, {
      remedy: `Build it first: ${commandLine("rebuild", folder)}`,
    });
  }
  const release = takeLock(places.lock);
  try {
    recover(places.journal);
    rmSync(places.next, { recursive: true, force: true });
    mkdirSync(places.next, { recursive: true });
    const copy = join(places.next, "warehouse.duckdb");
    copyFileSync(places.warehouse, copy, constants.COPYFILE_FICLONE);
    const { result, moves } = await workOn(copy, places.next, work);
    swap(places.journal, [{ from: copy, to: places.warehouse }, ...moves]);
    return result;
  } finally {
    rmSync(places.next, { recursive: true, force: true });
    release();
  }
}

async function workOn<Result>(
  file: string,
  next: string,
  work: (built: BuiltCopy) => Promise<Change<Result>>,
): Promise<Change<Result>> {
  const warehouse = await openWarehouse(file);
  try {
    const [run] = await warehouse.table<BuiltRun>("run", ["as_of"]);
    if (!run) throw new Error("a warehouse without a run");
    return await work({ warehouse, run, next });
  } finally {
    warehouse.close();
  }
}
