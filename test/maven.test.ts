import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { rebuildWarehouse, rowsOf } from "./workspaces/build.ts";
import { asking, exportTables } from "./workspaces/tables.ts";
import { temporaryFolder } from "./workspaces/write.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const exports = at("../../shared/data/maven_crm");
const isThere = existsSync(exports);
if (!isThere) console.log(`skipped: the Maven export isn't at ${exports}`);

/** The Maven workspace with the export in one of its two encodings, rebuilt. */
async function rebuilt(encoding: string): Promise<string> {
  const folder = temporaryFolder();
  for (const part of ["company.yaml", "plans"]) {
    cpSync(join(at("workspaces/maven"), part), join(folder, part), { recursive: true });
  }
  const drop = join(folder, "exports", "maven", "2017-12-31");
  cpSync(join(exports, encoding), drop, { recursive: true });
  await rebuildWarehouse(folder);
  return folder;
}

/** What tells of the files themselves, which differ between the encodings. */
const fileFacts =
  /^(input_file|source_file|manifest_input|manifest_table|run|setting|lineage|position_.*)$/;

describe.skipIf(!isThere)("the Maven export, mapped in its company file", () => {
  let iso: string;
  let mdy: string;
  beforeAll(async () => {
    iso = await rebuilt("iso_crlf");
    mdy = await rebuilt("mdy_lf");
  });

  const ask = <Row>(sql: string) => asking(iso, (warehouse) => rowsOf<Row>(warehouse, sql));
  const kpi = (metric: string) =>
    ask<Record<string, number | string>>(
      `select value, numerator, denominator, n, status from kpi
       where metric = '${metric}' and entity_type = 'company' and period = 'year'
         and period_start = date '2017-01-01' and view = 'as_is' and breakdown is null`,
    );

  // facts of the published data set: 4,238 won and 2,473 lost of 8,800, won worth 10,005,534
  test("has its 8,800 opportunities, none rejected", async () => {
    const counts = "select status, count(*) as n from opportunity group by status order by status";
    expect(await ask(counts)).toEqual([
      { status: "lost", n: 2473 },
      { status: "open", n: 2089 },
      { status: "won", n: 4238 },
    ]);
    expect(await ask("from rejected_row")).toEqual([]);
  });

  test("has the win rate, bookings, deal size and cycle of the data set", async () => {
    const [winRate] = await kpi("win_rate");
    expect(winRate).toMatchObject({ numerator: 4238, denominator: 6711 });
    expect(winRate?.value).toBeCloseTo(0.631501, 6);
    expect(await kpi("bookings")).toMatchObject([{ value: 1_000_553_400 }]);
    const [size] = await kpi("average_deal_size");
    expect(size?.value).toBeCloseTo(236_090.94, 2);
    const [cycle] = await kpi("sales_cycle_days");
    expect(cycle?.value).toBeCloseTo(51.782, 3);
  });

  test("has reps whose figures add up to the company's", async () => {
    const sums = `select entity_type, sum(value)::bigint as value from kpi
      where metric = 'bookings' and period = 'year' and period_start = date '2017-01-01'
        and view = 'as_is' and breakdown is null and entity_type in ('rep', 'team', 'region', 'company')
      group by entity_type order by entity_type`;
    expect(await ask(sums)).toEqual(
      ["company", "region", "rep", "team"].map((entity_type) => ({
        entity_type,
        value: 1_000_553_400,
      })),
    );
  });

  test("shows its first month, which holds only fast wins, as partial", async () => {
    // the first deal was engaged in October 2016 and the first closed in March 2017
    const months = `select period_start, status from kpi
      where metric = 'win_rate' and entity_type = 'company' and period = 'month'
        and view = 'as_is' and breakdown is null and value is not null
      order by period_start limit 2`;
    expect(await ask(months)).toEqual([
      { period_start: "2017-03-01", status: "partial" },
      { period_start: "2017-04-01", status: "ok" },
    ]);
  });

  test("a lost deal's 0 means that no amount is known", async () => {
    const zero =
      "select count(*) as n from opportunity where status = 'lost' and amount_cents is not null";
    expect(await ask(zero)).toEqual([{ n: 0 }]);
  });

  test("gives the same tables in both of its encodings", async () => {
    const [first, second] = [await exportTables(iso), await exportTables(mdy)];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [name, text] of first) {
      if (fileFacts.test(name) || name.startsWith("raw_")) continue;
      expect(second.get(name), name).toBe(text);
    }
    expect([...first.keys()]).toEqual(expect.arrayContaining(["kpi", "opportunity", "forecast"]));
  });
});
