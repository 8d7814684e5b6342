import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { rebuildWarehouse } from "../workspaces/build.ts";
import { differing, exportTables } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";

const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));
/** What a rebuild writes, and the truth that none reads. */
const unread = [".build", "site", "statements", "truth"];

test("two rebuilds of the sample give the same tables, byte for byte", async () => {
  const copy = temporaryFolder();
  for (const part of readdirSync(sample).filter((name) => !unread.includes(name))) {
    cpSync(join(sample, part), join(copy, part), { recursive: true });
  }
  const built = await rebuildWarehouse(copy);
  const tables = await exportTables(copy);
  expect(await rebuildWarehouse(copy)).toEqual(built);
  expect(differing(tables, await exportTables(copy))).toEqual([]);
  expect(tables.get("kpi")?.split("\n").length).toBeGreaterThan(10_000);
}, 300_000);
