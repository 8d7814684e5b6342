import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { Rebuilt } from "../../pipelines/rebuild.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv } from "../workspaces/small.ts";
import { asking, differing, exportTables } from "../workspaces/tables.ts";
import { temporaryFolder } from "../workspaces/write.ts";
import { winningTests } from "./winning.ts";

const sample = fileURLToPath(new URL("../../data/sample", import.meta.url));
/** What a rebuild writes, and the truth that none reads. */
const unread = [".build", "site", "statements", "truth"];

let copy: string;
let built: Rebuilt;

beforeAll(async () => {
  copy = temporaryFolder();
  for (const part of readdirSync(sample).filter((name) => !unread.includes(name))) {
    cpSync(join(sample, part), join(copy, part), { recursive: true });
  }
  built = await rebuildWarehouse(copy);
}, 300_000);

winningTests(() => copy);

test("two rebuilds of the sample give the same tables, byte for byte", async () => {
  const tables = await exportTables(copy);
  expect(await rebuildWarehouse(copy)).toEqual(built);
  expect(differing(tables, await exportTables(copy))).toEqual([]);
  await expect(await goalsOf(copy)).toMatchFileSnapshot("goals.csv");
  expect(tables.get("kpi")?.split("\n").length).toBeGreaterThan(10_000);
}, 300_000);

/** How the sample's goals stand, figures to three digits that count. */
async function goalsOf(folder: string): Promise<string> {
  const sql = `select goal_id, status, value, asked, progress_rate, asked_rate, chance_rate,
      expected, lower_80, upper_80, n, count_forecasts, combined_target, buffer_rate, is_covered
    from goal_status left join goal_cascade using (goal_id) order by goal_id`;
  const rows = await asking(folder, (one) => rowsOf<Record<string, unknown>>(one, sql));
  const figure = (value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(3)) : String(value ?? "");
  return csv(
    ...rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, figure(value)])),
    ),
  );
}
