import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { simulateCommand } from "../../pipelines/simulate.ts";
import { smallCompany } from "./company.ts";

const parent = mkdtempSync(join(tmpdir(), "quotabook-simulate-"));
afterAll(() => rmSync(parent, { recursive: true }));
const quiet = { step() {} };
const options = { ...smallCompany, accounts: 25, years: 1 };

/** Every file of a folder by path. */
function contents(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.sort().map((path) => [path.slice(folder.length), readFileSync(path).toString("base64")]),
  );
}

it("writes a workspace, the same bytes each time, over its own", async () => {
  const folder = join(parent, "company");
  await simulateCommand(folder, { ...options, seed: 99 }, quiet);
  await simulateCommand(folder, options, quiet);
  const other = join(parent, "other");
  await simulateCommand(other, options, quiet);
  expect(contents(folder)).toEqual(contents(other));
  expect([...contents(folder).keys()]).toContain("/company.yaml");
});

it("writes plain exports when told so, with the rows of the compressed ones", async () => {
  const plain = join(parent, "plain");
  await simulateCommand(plain, { ...options, compress: false }, quiet);
  const packed = join(parent, "other");
  const path = "exports/salesforce/2026-07-03/Opportunity.csv";
  const rows = gunzipSync(readFileSync(join(packed, `${path}.gz`))).toString();
  expect(readFileSync(join(plain, path), "utf8")).toBe(rows);
});

it("writes another layout over its own, and leaves nothing of the first", async () => {
  const folder = join(parent, "relaid");
  await simulateCommand(folder, options, quiet);
  await simulateCommand(folder, { ...options, layout: "hubspot", dealsView: true }, quiet);
  expect(readdirSync(join(folder, "exports")).sort()).toEqual(["hubspot", "hubspot_view"]);
  expect(readFileSync(join(folder, "company.yaml"), "utf8")).toContain("kind: hubspot");
  await simulateCommand(folder, options, quiet);
  expect(readdirSync(join(folder, "exports"))).toEqual(["salesforce"]);
});

it("refuses a folder that holds something else", async () => {
  const folder = mkdtempSync(join(parent, "mine-"));
  writeFileSync(join(folder, "notes.txt"), "keep");
  await expect(simulateCommand(folder, options, quiet)).rejects.toThrow(`folder in use: ${folder}`);
  expect(readdirSync(folder)).toEqual(["notes.txt"]);
});

it.each([
  [{ reps: Number.NaN }, "invalid reps: NaN"],
  [{ accounts: 0 }, "invalid accounts: 0"],
  [{ years: 1.5 }, "invalid years: 1.5"],
  [{ asOf: "2026-02-30" }, 'invalid date: "2026-02-30"'],
  [{ dealsView: true }, 'deals view of another layout: "salesforce"'],
  [{ territories: true, layout: "hubspot" } as const, 'territories of another layout: "hubspot"'],
  [{ layout: "both", reps: 12 } as const, "too few teams for an acquired region: 2"],
])("refuses %o", async (wrong, message) => {
  await expect(simulateCommand(join(parent, "wrong"), wrong, quiet)).rejects.toThrow(message);
});

it("simulates the smallest company, and full drops", async () => {
  const folder = join(parent, "smallest");
  await simulateCommand(folder, { reps: 1, accounts: 1, years: 1, fullDrops: true }, quiet);
  const rows = readFileSync(join(folder, "exports/salesforce/2026-07-03/Product2.csv.gz"));
  expect(gunzipSync(rows).toString().trim().split("\n")).toHaveLength(9);
});

it("reports the opportunities as it goes", async () => {
  const counts: (number | undefined)[] = [];
  const progress = { step: (_: string, rows?: number) => counts.push(rows) };
  await simulateCommand(join(parent, "told"), options, progress);
  expect(counts.at(-1)).toBeGreaterThan(30);
});
