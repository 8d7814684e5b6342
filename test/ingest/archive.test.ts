import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placesOf } from "../../pipelines/places.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, reload } from "../workspaces/build.ts";
import { csv, deal, firstDrop, small, won } from "../workspaces/small.ts";
import { differing, exportTables } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const opportunities = `${firstDrop}/Opportunity.csv`;
const later = "exports/crm/2026-07-03/Opportunity.csv";

/** Rebuilds a folder; how many of its files were read. */
async function filesRead(folder: string): Promise<string | undefined> {
  const steps: string[] = [];
  const progress = { ...silentProgress, step: (text: string) => steps.push(text) };
  await rebuild(openWorkspace(folder), { site: false, progress });
  return steps.find((text) => text.includes("of them read"));
}

/** The tables of a rebuild that nothing went before. */
async function tablesAnew(folder: string): Promise<Map<string, string>> {
  rmSync(join(folder, ".build"), { recursive: true });
  await rebuildWarehouse(folder);
  return exportTables(folder);
}

test("a rebuild reads only files that are new or changed, and gives what a whole one gives", async () => {
  const folder = writeWorkspace(small);
  expect(await filesRead(folder)).toBe("3 files inspected, 3 of them read");
  expect(await filesRead(folder)).toBe("3 files inspected, 0 of them read");
  writeFiles(folder, { [later]: csv(won("D1"), deal("D9")) });
  expect(await filesRead(folder)).toBe("4 files inspected, 1 of them read");
  const step = await exportTables(folder);
  expect(differing(step, await tablesAnew(folder))).toEqual([]);
});

test("a drop that is changed or taken away leaves nothing of itself", async () => {
  const folder = writeWorkspace({ ...small, [later]: csv(deal("D7")) });
  await rebuildWarehouse(folder);
  writeFiles(folder, { [opportunities]: csv(deal("D1", { Amount: "7000.00" })) });
  await rebuildWarehouse(folder);
  const changed = await exportTables(folder);
  expect(differing(changed, await tablesAnew(folder))).toEqual([]);
  rmSync(join(folder, "exports/crm/2026-07-03"), { recursive: true });
  const { column } = await reload(folder);
  const deals = "select opportunity_id || ' ' || amount_cents from opportunity";
  expect(await column(deals)).toEqual(["D1 700000"]);
  expect(await column("select count(*) from archive.stg_crm__opportunity")).toEqual([1]);
});

test("a file that later ones show to have the day first is read again", async () => {
  const dated = (id: string, CloseDate: string) => deal(id, { CloseDate });
  const folder = writeWorkspace({
    ...small,
    "company.yaml": String(small["company.yaml"]).replace("stages:", "    dates: mdy\nstages:"),
    [opportunities]: csv(dated("D1", "03/04/2026")),
  });
  const closing = "select close_date from opportunity order by opportunity_id";
  expect(await (await reload(folder)).column(closing)).toEqual(["2026-03-04"]);
  writeFiles(folder, {
    "company.yaml": String(small["company.yaml"]),
    [later]: csv(dated("D2", "25/04/2026")),
  });
  expect(await (await reload(folder)).column(closing)).toEqual(["2026-04-03", "2026-04-25"]);
});

test("an archive that is damaged is begun anew", async () => {
  const folder = writeWorkspace(small);
  await rebuildWarehouse(folder);
  const before = await exportTables(folder);
  writeFileSync(placesOf(folder).archive, "not a database at all".repeat(1000));
  await rebuildWarehouse(folder);
  expect(differing(before, await exportTables(folder))).toEqual([]);
});

test("two drops with the same bytes are read once and count twice", async () => {
  const [text] = [csv(deal("D1"), deal("D2"))];
  const { column } = await reload(
    writeWorkspace({ ...small, [opportunities]: text, [later]: text }),
  );
  expect(await column("select count(*) from archive.stg_crm__opportunity")).toEqual([2]);
  expect(await column("select rows from source_file where object = 'opportunity'")).toEqual([2, 2]);
  expect(await column("select count(*) from opportunity")).toEqual([2]);
});
