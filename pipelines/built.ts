import { existsSync } from "node:fs";
import type { PlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import type { Workspace } from "../src/workspace/company.ts";
import { commandLine } from "./command-line.ts";
import { takeLock } from "./lock.ts";
import { placesOf, warehouseOf } from "./places.ts";
import { recover } from "./publish/swap.ts";

/** The rebuild that a warehouse is of. */
export interface BuiltRun {
  readonly as_of: PlainDate;
  readonly build_id: string;
}

/**
 * Opens the built warehouse to write in, while no rebuild is under way.
 *
 * @throws InputError where nothing was built yet, or a rebuild is running
 */
export async function changingBuilt<Result>(
  { folder }: Workspace,
  work: (warehouse: Warehouse, run: BuiltRun) => Promise<Result>,
): Promise<Result> {
  const file = warehouseOf(folder);
  if (!existsSync(file)) {
    throw new InputError(`missing warehouse: ${file}`, {
      remedy: `Build it first: ${commandLine("rebuild", folder)}`,
    });
  }
  const places = placesOf(folder);
  const release = takeLock(places.lock);
  try {
    recover(places.journal);
    const warehouse = await openWarehouse(file);
    try {
      const [run] = await warehouse.table<BuiltRun>("run", ["as_of"]);
      if (!run) throw new Error("a warehouse without a run");
      return await work(warehouse, run);
    } finally {
      warehouse.close();
    }
  } finally {
    release();
  }
}
