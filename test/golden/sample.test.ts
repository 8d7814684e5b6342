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
}, 900_000);

winningTests(() => copy);

test("two rebuilds of the sample give the same tables, byte for byte", async () => {
  const tables = await exportTables(copy);
  expect(await rebuildWarehouse(copy)).toEqual(built);
  expect(differing(tables, await exportTables(copy))).toEqual([]);
  await expect(await goalsOf(copy)).toMatchFileSnapshot("goals.csv");
}, 900_000);

test("the bookings of all reps add up to the company's, to the cent, in every period and view", async () => {
  const sql = `select period, period_start, view,
      sum(numerator) filter (entity_type = 'company') as company,
      sum(numerator) filter (entity_type = 'rep') as reps
    from kpi where metric = 'bookings' and breakdown is null group by all`;
  const periods = await asking(copy, (one) => rowsOf<Record<string, unknown>>(one, sql));
  // five fiscal years and the one in progress: each with its quarters and months, in two views
  expect(periods.length).toBeGreaterThanOrEqual(2 * 5 * (1 + 4 + 12));
  expect(periods.filter(({ company, reps }) => company !== reps)).toEqual([]);
});

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
