import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { type PaidLine, payrollFiles } from "../../pipelines/compensation/payroll.ts";
import { totalWords } from "../../pipelines/compensation/words.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse } from "../workspaces/build.ts";
import { csv, firstDrop, small, won } from "../workspaces/small.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const line = (rep_id: string, plan: string, cents: number, more: Partial<PaidLine> = {}) => ({
  rep_id,
  plan,
  component: "Bookings",
  amount_cents: cents,
  currency: "USD",
  ...more,
});

describe("the files for payroll of a pay period", () => {
  const paid = (plan: string, paid_cents: number, currency = "USD") => ({
    plan,
    paid_cents,
    currency,
  });

  test("have a row a person, plan and component, and control totals a plan and a currency", () => {
    const lines = [
      line("bob", "Sellers", 20_000),
      line("ann", "Sellers", 10_000),
      line("ann", "Sellers", 5_050),
      line("ann", "Sellers", -1_500, { component: null }),
      line("ann", "Spring", 700),
      line("kei", "Sales JP", 90_000, { currency: "JPY" }),
    ];
    const statements = [
      paid("Sellers", 13_550),
      paid("Sellers", 20_000),
      paid("Spring", 700),
      paid("Sales JP", 90_000, "JPY"),
    ];
    const [[name, rows], [totalsName, totals]] = payrollFiles("2026-05", { lines, statements });
    expect([name, totalsName]).toEqual(["2026-05.csv", "2026-05.totals.csv"]);
    expect(rows.split("\r\n")).toEqual([
      "rep_id,plan,component,amount,currency,period",
      "kei,Sales JP,Bookings,90000,JPY,2026-05",
      "ann,Sellers,Bookings,150.50,USD,2026-05",
      "ann,Sellers,Draws and balances,-15.00,USD,2026-05",
      "bob,Sellers,Bookings,200.00,USD,2026-05",
      "ann,Spring,Bookings,7.00,USD,2026-05",
      "",
    ]);
    expect(totals.split("\r\n")).toEqual([
      "currency,plan,people,rows,amount,period",
      "JPY,Sales JP,1,1,90000,2026-05",
      "JPY,Total,1,1,90000,2026-05",
      "USD,Sellers,2,3,335.50,2026-05",
      "USD,Spring,1,1,7.00,2026-05",
      "USD,Total,2,4,342.50,2026-05",
      "",
    ]);
  });

  test("aren't made where a plan's rows are another sum than its statements, though all agree in sum", () => {
    const lines = [line("ann", "Sellers", 100), line("ann", "Spring", 200)];
    const statements = [paid("Sellers", 200), paid("Spring", 100)];
    expect(() => payrollFiles("2026-05", { lines, statements })).toThrow(
      "payroll beside statements: -100 minor units on Sellers in USD",
    );
  });
});

describe("payroll of a workspace", () => {
  let folder: string;
  const payroll = () =>
    Object.fromEntries(
      readdirSync(join(folder, "statements/payroll"))
        .sort()
        .map((name) => [name, readFileSync(join(folder, "statements/payroll", name), "utf8")]),
    );
  const rowsOf = (text = "") => text.split("\r\n").slice(1, -1);

  beforeAll(async () => {
    folder = writeWorkspace({
      ...small,
      "plans/compensation/sellers.yaml":
        "plan: Sellers\ncovers: { roles: [account_executive] }\neffective_from: 2026-01-01\ncomponents:\n  - { name: Bookings, quota: none, rate: 0.1 }\n",
      [`${firstDrop}/Opportunity.csv`]: csv(
        won("D1", { CloseDate: "2026-04-10" }),
        won("D2", { CloseDate: "2026-05-20", OwnerId: "U2" }),
      ),
      "exports/crm/2026-07-03/Opportunity.csv": csv(won("D3", { CloseDate: "2026-07-02" })),
    });
    await rebuildWarehouse(folder);
  }, 120_000);

  test("of a period that still runs is a preview, and says so", async () => {
    const settled = await settlePeriod(openWorkspace(folder), "2026-07");
    expect(totalWords(settled).split("\n")).toEqual([
      "2026-07  Sellers, USD 100.00 to 1 person",
      "not over: 2026-07 as of 3 Jul 2026; what follows is no payroll file yet",
      "preview: statements/payroll/2026-07.preview.csv",
      "control totals: statements/payroll/2026-07.preview.totals.csv",
      "",
    ]);
    expect(Object.keys(payroll())).toEqual(["2026-07.preview.csv", "2026-07.preview.totals.csv"]);
  });

  test("of periods that are closed without being settled is written from what is sealed", async () => {
    const { periods } = await closePeriod(openWorkspace(folder), "2026-05");
    expect(periods.map(({ payroll }) => payroll)).toEqual([
      "statements/payroll/2026-04.csv",
      "statements/payroll/2026-05.csv",
    ]);
    const files = payroll();
    expect(rowsOf(files["2026-04.csv"])).toEqual(["ann,Sellers,Bookings,100.00,USD,2026-04"]);
    expect(rowsOf(files["2026-05.csv"])).toEqual(["bob,Sellers,Bookings,100.00,USD,2026-05"]);
    expect(rowsOf(files["2026-05.totals.csv"])).toEqual([
      "USD,Sellers,1,1,100.00,2026-05",
      "USD,Total,1,1,100.00,2026-05",
    ]);
  });

  test("of closed periods comes back with the next rebuild where it was lost, and stays as it was", async () => {
    const before = payroll();
    rmSync(join(folder, "statements"), { recursive: true });
    await rebuildWarehouse(folder);
    const closed = Object.keys(before).filter((name) => !name.includes("preview"));
    expect(payroll()).toEqual(Object.fromEntries(closed.map((name) => [name, before[name]])));
  }, 120_000);

  test("takes the place of the preview once the period is over", async () => {
    writeFiles(folder, {
      "statements/payroll/2026-07.preview.csv": "",
      "exports/crm/2026-07-31/Opportunity.csv": csv(won("D4", { CloseDate: "2026-07-30" })),
    });
    await rebuildWarehouse(folder);
    const { written } = await settlePeriod(openWorkspace(folder), "2026-07");
    expect(existsSync(join(folder, written?.payroll ?? ""))).toBe(true);
    expect(Object.keys(payroll()).filter((name) => name.startsWith("2026-07"))).toEqual([
      "2026-07.csv",
      "2026-07.totals.csv",
    ]);
  }, 120_000);
});

describe("a settling that fails", () => {
  test("leaves warehouse, statements and files for payroll exactly as they were", async () => {
    const folder = writeWorkspace({
      ...small,
      "plans/compensation/sellers.yaml":
        "plan: Sellers\neffective_from: 2026-01-01\ncomponents:\n  - { name: Bookings, quota: none, rate: 0.1 }\n",
    });
    await rebuildWarehouse(folder);
    const workspace = openWorkspace(folder);
    await settlePeriod(workspace, "2026-03");
    const standing = () =>
      [".build", "statements"].flatMap((place) =>
        readdirSync(join(folder, place), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .sort()
          .map((file) => [file, readFileSync(file).toString("base64")]),
      );
    const before = standing();
    writeFiles(folder, {
      "plans/compensation/sellers.yaml":
        "plan: Sellers\neffective_from: 2026-01-01\ncomponents:\n  - { name: Bookings, quota: none, rate: 0.2 }\n",
    });
    await expect(settlePeriod(workspace, "2026-01")).rejects.toThrow("nothing to settle: 2026-01");
    writeFiles(folder, {
      "plans/compensation/later.yaml":
        "plan: Later\neffective_from: 2026-01-01\nrecorded_on: 2026-12-01\ncovers: { people: [nobody] }\ncomponents:\n  - { name: Bookings, quota: none, rate: 0.2 }\n",
    });
    await expect(settlePeriod(workspace, "2026-05", "Later")).rejects.toMatchObject({
      remedy: expect.stringContaining(
        'plans/compensation/later.yaml plan "Later" pays nobody yet: it is recorded on 2026-12-01.',
      ),
    });
    expect(standing()).toEqual(before);
  }, 120_000);
});
