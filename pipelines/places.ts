import { join } from "node:path";

/** Where the parts of a workspace's builds lie. */
export const placesOf = (folder: string) => ({
  lock: join(folder, ".build", "lock"),
  next: join(folder, ".build", "next"),
  transcoded: join(folder, ".build", "transcoded"),
  archive: join(folder, ".build", "archive.duckdb"),
  warehouse: join(folder, ".build", "warehouse.duckdb"),
  journal: join(folder, ".build", "swap.json"),
  site: join(folder, "site"),
  statements: join(folder, "statements"),
});

/** The warehouse that the last rebuild of a workspace left. */
export const warehouseOf = (folder: string) => placesOf(folder).warehouse;
