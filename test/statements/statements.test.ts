import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { causeWords } from "../../pipelines/compensation/cause-words.ts";
import { explainRows } from "../../pipelines/compensation/explain-words.ts";
import { explainLine } from "../../pipelines/explain.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { temporaryFolder, writeFiles, writeWorkspace } from "../workspaces/write.ts";
import { amountsOfBob, hostileNames, paid } from "./workspace.ts";

/** The text of every statement: path from `statements/` → content. */
function statementsOf(folder: string): Map<string, string> {
  const root = join(folder, "statements");
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return new Map(
    paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]),
  );
}

const isPage = (path: string) => /^(ann|bob)\/(?!index).*\.html$/.test(path);

/** What a page says in the row of its sums that has a name. */
const cell = (page: string, name: string) =>
  new RegExp(`<th scope="row">${name}</th><td class="number">([^<]*)<`).exec(page)?.[1];

describe("statements of a workspace", () => {
  let folder: string;
  let first: Map<string, string>;
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));

  beforeAll(async () => {
    folder = writeWorkspace(paid);
    await rebuildWarehouse(folder);
    first = statementsOf(folder);
  }, 120_000);

  test("are a folder a person with a page a pay period, all lines as a table, and their audience", () => {
    const own = (repId: string) => [...first.keys()].filter((path) => path.startsWith(`${repId}/`));
    const pages = ["2026-04.html", "2026-05.html", "2026-06.html"];
    expect(own("ann")).toEqual(
      [...pages, "audiences.json", "index.html", "lines.csv"].map((name) => `ann/${name}`),
    );
    // only Ann is owed anything in April; nobody is named but who has pay
    expect([...first.keys()].map((path) => path.split("/")[0])).toEqual(
      expect.arrayContaining(["ann", "bob"]),
    );
    for (const [path, text] of first) {
      if (path.endsWith(".html")) expect(text).toContain('<meta name="audience" content="person">');
    }
    const { audience, files } = JSON.parse(first.get("ann/audiences.json") ?? "");
    expect(audience).toBe("person");
    expect(
      Object.keys(files)
        .map((name) => `ann/${name}`)
        .sort(),
    ).toEqual(own("ann"));
  });

  test("say in sum what the tables of pay say", async () => {
    const rows = await ask<{ rep_id: string; month: string; earned: number; paid: number }>(
      `select rep_id, strftime(period_start, '%Y-%m') as month, earned_cents::integer as earned,
        paid_cents::integer as paid from commission_statement order by all`,
    );
    expect(rows.length).toBeGreaterThan(3);
    const cents = (text: string | undefined) =>
      Math.round(Number(text?.replaceAll(",", "").replace("−", "-")) * 100);
    for (const { rep_id, month, earned, paid } of rows) {
      const page = first.get(`${rep_id}/${month}.html`) ?? "";
      expect([cents(cell(page, "Earned")), cents(cell(page, "Paid"))]).toEqual([earned, paid]);
    }
  });

  test("have every line on one page and in the table, where they sum to what is paid", async () => {
    const lines = await ask<{ line_id: string }>(
      "select line_id from commission_line order by all",
    );
    const pages = [...first].filter(([path]) => isPage(path)).map(([, text]) => text);
    for (const { line_id } of lines) {
      expect(pages.filter((text) => text.includes(`id="line-${line_id}"`))).toHaveLength(1);
    }
    const told = ["ann", "bob"].flatMap((repId) => rowsIn(first.get(`${repId}/lines.csv`) ?? ""));
    expect(told.map((row) => row.line_id).sort()).toEqual(lines.map(({ line_id }) => line_id));
    const [total] = await ask<{ paid: number }>(
      "select sum(paid_cents)::integer as paid from commission_statement",
    );
    const sum = told.reduce((cents, row) => cents + Math.round(Number(row.amount) * 100), 0);
    expect(sum).toBe(total?.paid);
  });

  test("tell of a line what explain tells, with the plan's hash and a sentence to fill in", async () => {
    const [line] = await ask<{ line_id: string }>(
      "select line_id from commission_line where rep_id = 'ann' and opportunity_id = 'D2' limit 1",
    );
    const explained = await explainLine(openWorkspace(folder), line?.line_id ?? "");
    const page = first.get("ann/2026-05.html") ?? "";
    const shared = ["period", "plan", "cause"];
    for (const [name, text] of explainRows(explained)) {
      if (shared.includes(name)) continue;
      expect(page).toContain(`${name.padEnd(12)}${escaped(text)}`);
    }
    const once = [
      /plan file {3}plans\/compensation\/sellers\.yaml, SHA-256 [0-9a-f]{64}\n/g,
      /as of {7}30 Jun 2026, edition /g,
      /I think that it should be ______ instead, because ______\./g,
    ];
    expect(once.map((text) => page.match(text)?.length)).toEqual([1, 1, 1]);
  });

  test("hold nobody else's pay, credits or deals", () => {
    for (const [path, text] of first) {
      const others = path.startsWith("ann/") ? [...amountsOfBob, "D4", "Bob"] : ["D1", "D2", "Ann"];
      const words = others.filter((word) => new RegExp(`\\b${word}\\b`).test(text));
      expect([path, words]).toEqual([path, []]);
    }
  });

  test("show hostile names as text, and as no formula in the table", () => {
    for (const [path, text] of first) {
      if (!path.endsWith(".html")) continue;
      expect(text).not.toContain("<img");
      expect(text).not.toContain("<b>");
      expect(text.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
    expect(first.get("ann/2026-04.html")).toContain("&lt;img src=x onerror=alert(1)&gt;");
    const names = rowsIn(first.get("ann/lines.csv") ?? "").map((row) => row.opportunity);
    expect(names).toContain(`'${hostileNames[1]}`);
    expect(names).not.toContain(hostileNames[1]);
  });

  test("are the same bytes when nothing has changed", async () => {
    await rebuildWarehouse(folder);
    expect(statementsOf(folder)).toEqual(first);
  });

  test("stay as they were when a rebuild fails", async () => {
    const file = join(folder, "plans/compensation/sellers.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("rule: marginal", "rule: none"));
    await expect(rebuildWarehouse(folder)).rejects.toThrow();
    writeFileSync(file, before);
    expect(statementsOf(folder)).toEqual(first);
  });

  test("of a site for another folder stay as they were", async () => {
    const out = join(temporaryFolder(), "site");
    await rebuild(openWorkspace(folder), { out, site: false, progress: silentProgress });
    expect(statementsOf(folder)).toEqual(first);
  });

  test("are written anew by settle, files for payroll kept", async () => {
    const { written } = await settlePeriod(openWorkspace(folder), "2026-05");
    const settled = statementsOf(folder);
    expect([...settled.keys()].filter((path) => path.startsWith("payroll"))).toEqual([
      "payroll/2026-05.csv",
      "payroll/2026-05.totals.csv",
    ]);
    await rebuildWarehouse(folder);
    expect(existsSync(join(folder, written?.payroll ?? ""))).toBe(true);
    expect([...settled].filter(([path]) => !path.startsWith("payroll"))).toEqual([...first]);
  });

  test("say of a closed period that it is, and keep what it paid though its person is off the roster", async () => {
    await closePeriod(openWorkspace(folder), "2026-05");
    const closed = statementsOf(folder);
    expect(closed.get("bob/2026-05.html")).toContain("closed as of 30 Jun 2026");
    expect(closed.get("bob/index.html")).toContain('<span class="state">closed</span>');
    const roster = String(paid["people/roster.csv"])
      .split("\n")
      .filter((row) => !row.startsWith("bob"));
    writeFiles(folder, { "people/roster.csv": roster.join("\n") });
    await rebuildWarehouse(folder, "2026-07-10");
    const page = statementsOf(folder).get("bob/2026-05.html") ?? "";
    expect(cell(page, "Paid")).toBe(cell(first.get("bob/2026-05.html") ?? "", "Paid"));
  });

  test("say of a pay period that isn't over what it comes to so far", async () => {
    await rebuildWarehouse(folder, "2026-07-10");
    const written = statementsOf(folder);
    const sentence = 'So far <span class="number">90.00 USD</span> for Jul 2026, which runs until';
    expect(written.get("ann/2026-07.html")).toContain(`${sentence} 31 Jul 2026.`);
    expect(written.get("ann/index.html")).toContain("with Jul 2026 so far");
    expect(written.get("ann/2026-06.html")).toContain("You are paid");
  });

  test("tell of what is paid late why, and of which closed period it is", async () => {
    const amount = { Amount: "1200.00", CloseDate: "2026-04-10", Name: hostileNames[0] };
    const drop = { "exports/crm/2026-07-31/Opportunity.csv": csv(won("D1", amount)) };
    writeFiles(folder, drop);
    await rebuildWarehouse(folder);
    const page = statementsOf(folder).get("ann/2026-06.html") ?? "";
    const why = escaped(causeWords("retroactive: corrected amount", null));
    expect(page).toContain(`${why}; of the pay period from 1 Apr 2026`);
  });
});

const rowsIn = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true });

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
