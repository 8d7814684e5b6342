import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, deal, small, won } from "../workspaces/small.ts";
import { asking, differing, exportTables } from "../workspaces/tables.ts";
import { temporaryFolder, writeFiles, writeWorkspace } from "../workspaces/write.ts";

const placeOf = (folder: string) => join(folder, "state", "forecasts");
const ledger = (folder: string) =>
  existsSync(placeOf(folder)) ? readdirSync(placeOf(folder)).sort() : [];
const bytes = (folder: string) =>
  ledger(folder).map((name) => readFileSync(join(placeOf(folder), name), "base64"));
const rows = <Row>(folder: string, sql: string) =>
  asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));

const path = "exports/crm/2026-06-30/Opportunity.csv";
const later = {
  "exports/crm/2026-10-02/Opportunity.csv": csv(won("D1", { CloseDate: "2026-09-10" })),
};

describe("the ledger of what was published", () => {
  test("gains a file with each as-of, and nothing when a rebuild is repeated", async () => {
    const folder = writeWorkspace(small);
    const { buildId } = await rebuildWarehouse(folder);
    expect(ledger(folder)).toEqual([`2026-06-30-1-${buildId}.parquet`]);
    const before = bytes(folder);
    await rebuildWarehouse(folder);
    expect(bytes(folder)).toEqual(before);
    const copy = writeWorkspace(small);
    await rebuildWarehouse(copy);
    expect(bytes(copy)).toEqual(before);
  });

  test("keeps every edition of a day; later ones read the last, and tell what came of it", async () => {
    const folder = writeWorkspace(small);
    const first = await rebuildWarehouse(folder);
    writeFiles(folder, { [path]: csv(won("D2"), deal("D1", { Amount: "3000" })) });
    const second = await rebuildWarehouse(folder);
    expect(ledger(folder)).toEqual([
      `2026-06-30-1-${first.buildId}.parquet`,
      `2026-06-30-2-${second.buildId}.parquet`,
    ]);
    const columns = "model, is_published, mean_cents, upper_80_cents";
    const quarter = `entity_type = 'company' and period = 'quarter'
      and period_start = date '2026-07-01'`;
    const said = await rows<object>(
      folder,
      `select ${columns} from forecast where ${quarter} order by model`,
    );
    writeFiles(folder, later);
    await rebuildWarehouse(folder);
    const published = `select as_of, build_id, cutoff, ${columns} from forecast_published
      where ${quarter} order by model`;
    const edition = { as_of: "2026-06-30", build_id: second.buildId, cutoff: "2026-06-30" };
    expect(await rows(folder, published)).toEqual(said.map((row) => ({ ...edition, ...row })));
    const scored = `select distinct horizon, third, actual_cents from forecast_scored
      where basis = 'published' and ${quarter}`;
    expect(await rows(folder, scored)).toEqual([
      { horizon: 1, third: null, actual_cents: 100_000 },
    ]);
  });

  test("says nothing to a rebuild as of a day before, which adds nothing either", async () => {
    const folder = writeWorkspace(small);
    await rebuildWarehouse(folder, "2026-07-01");
    const before = await exportTables(folder);
    writeFiles(folder, later);
    await rebuildWarehouse(folder);
    const kept = ledger(folder);
    await rebuildWarehouse(folder, "2026-07-01");
    expect(differing(before, await exportTables(folder))).toEqual([]);
    expect(ledger(folder)).toEqual(kept);
  });

  test("gains nothing from a rebuild that fails or goes elsewhere", async () => {
    const folder = writeWorkspace({ ...small, [path]: csv(deal("D1", { StageName: "Verbal" })) });
    await expect(rebuildWarehouse(folder)).rejects.toThrow("unknown stage");
    writeFiles(folder, small);
    const out = join(temporaryFolder(), "site");
    await rebuild(openWorkspace(folder), { out, site: false, progress: silentProgress });
    expect(ledger(folder)).toEqual([]);
  });
});
