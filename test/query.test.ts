import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { query } from "../pipelines/query.ts";
import { openWorkspace } from "../pipelines/workspace.ts";
import { inputError } from "./input-error.ts";
import { rebuildWarehouse } from "./workspaces/build.ts";
import { companyFile, deal, withDeals, won } from "./workspaces/small.ts";
import { temporaryFolder, writeWorkspace } from "./workspaces/write.ts";

const folder = writeWorkspace(
  withDeals(
    deal("D1", { Name: '=HYPERLINK("http://x")', Amount: "-5.00" }),
    won("D2", { Name: 'Say "hi", twice', CloseDate: "2026-03-20" }),
    deal("D3", { Name: "", Amount: "" }),
  ),
);
const workspace = openWorkspace(folder);
const outside = join(temporaryFolder(), "outside.csv");
const stolen = join(temporaryFolder(), "stolen.csv");

beforeAll(async () => {
  await rebuildWarehouse(folder);
  writeFileSync(outside, "secret\n1\n");
});

const sql =
  "select name, amount_cents, close_date, status = 'won' as is_won from opportunity order by opportunity_id";

describe("the answer to a query", () => {
  test("as a table has headings, a rule, numbers to the right and a count", async () => {
    expect(
      await query(
        workspace,
        "select opportunity_id as id, amount_cents from opportunity order by 1",
        "table",
      ),
    ).toBe(
      [
        "id  amount_cents",
        "──  ────────────",
        "D1          -500",
        "D2        100000",
        "D3",
        "3 rows",
        "",
      ].join("\n"),
    );
  });

  test("as CSV quotes what must be and disarms formulas, but no number", async () => {
    expect(await query(workspace, sql, "csv")).toBe(
      [
        "name,amount_cents,close_date,is_won",
        `"'=HYPERLINK(""http://x"")",-500,2026-09-30,false`,
        '"Say ""hi"", twice",100000,2026-03-20,true',
        ",,2026-09-30,false",
        "",
      ].join("\r\n"),
    );
  });

  test("as JSON keeps types and text as they are", async () => {
    expect(JSON.parse(await query(workspace, sql, "json"))).toEqual([
      {
        name: '=HYPERLINK("http://x")',
        amount_cents: -500,
        close_date: "2026-09-30",
        is_won: false,
      },
      { name: 'Say "hi", twice', amount_cents: 100_000, close_date: "2026-03-20", is_won: true },
      { name: null, amount_cents: null, close_date: "2026-09-30", is_won: false },
    ]);
  });

  test("ends quietly where its reader has seen enough", async () => {
    const asked = `pipelines/cli.ts query "$0" "from range(300000)" --format csv`;
    const piped = `"$1" --import tsx ${asked} | head -1; exit \${PIPESTATUS[0]}`;
    const { stdout, stderr } = await promisify(execFile)("bash", [
      "-c",
      piped,
      folder,
      process.execPath,
    ]);
    expect({ stdout, stderr }).toEqual({ stdout: "range\r\n", stderr: "" });
  });

  test("may hold lists, and no row at all", async () => {
    expect(await query(workspace, "select ['a', 'b'] as names", "csv")).toBe("names\r\na; b\r\n");
    expect(await query(workspace, "select 1 as n where false", "json")).toBe("[]\n");
    expect(await query(workspace, "select 1 as n where false", "table")).toContain("0 rows");
  });
});

describe("a query can't", () => {
  test.each([
    ["change the warehouse", "delete from opportunity"],
    ["drop a table", "drop table kpi"],
    ["read another file", `select * from read_csv('${outside}')`],
    ["read another file as text", `select * from read_text('${outside}')`],
    ["read a file by its bare name", `select * from '${outside}'`],
    ["write a file", `copy opportunity to '${stolen}'`],
    ["export the database", `export database '${stolen}'`],
    ["attach another database", `attach '${stolen}'`],
    ["open what is locked", "set enable_external_access = true"],
    ["install an extension", "install httpfs"],
    ["be two, the second of which writes", `select 1; copy opportunity to '${stolen}'`],
  ])("%s", async (_, attempt) => {
    await expect(query(workspace, attempt, "table")).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(/^failed query: your query: /),
    });
    expect(existsSync(stolen)).toBe(false);
    expect(await query(workspace, "select count(*) as n from opportunity", "csv")).toBe(
      "n\r\n3\r\n",
    );
  });

  test("be wrong without hearing how", async () => {
    const asking = query(workspace, "select nothing from kpi", "table");
    await expect(asking).rejects.toThrow(/^failed query: your query: .*nothing/s);
    await expect(asking).rejects.toHaveProperty("remedy", 'List the tables with "show tables".');
  });

  test("be asked of a workspace that was never built", async () => {
    const unbuilt = openWorkspace(writeWorkspace({ "company.yaml": companyFile() }));
    const file = join(unbuilt.folder, ".build", "warehouse.duckdb");
    await expect(query(unbuilt, "select 1", "table")).rejects.toThrow(
      inputError(`missing warehouse: ${file}`),
    );
  });
});
