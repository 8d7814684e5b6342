import { expect, test } from "vitest";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, small } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const quota = (amount: number) => ({
  "plans/quotas.csv": csv({ entity_type: "rep", entity_id: "ann", period: "2026-05", amount }),
});
const drop = (date: string) => ({ [`exports/crm/${date}/Opportunity.csv`]: csv(deal("D1")) });

test("a quota edited again and again after its period has ended stays what it was", async () => {
  const folder = writeWorkspace({ ...small, ...quota(100) });
  await rebuildWarehouse(folder);
  for (const [date, amount] of [
    ["2026-07-03", 200],
    ["2026-07-10", 300],
  ] as const) {
    writeFiles(folder, { ...drop(date), ...quota(amount) });
    await rebuildWarehouse(folder);
  }
  const rows = (sql: string) => asking(folder, (warehouse) => rowsOf(warehouse, sql));
  expect(await rows("select quota_cents, known_to from quota_version order by 1")).toEqual([
    { quota_cents: 10_000, known_to: "2026-07-03" },
    { quota_cents: 20_000, known_to: "2026-07-10" },
    { quota_cents: 30_000, known_to: "9999-12-31" },
  ]);
  expect(await rows("select quota_cents from quota")).toEqual([{ quota_cents: 10_000 }]);
});
