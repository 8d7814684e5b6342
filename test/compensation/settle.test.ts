import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { explainWords } from "../../pipelines/compensation/explain-words.ts";
import { totalWords } from "../../pipelines/compensation/words.ts";
import { explainLine } from "../../pipelines/explain.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, firstDrop, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const plan = `plan: Sellers
covers: { roles: [account_executive] }
effective_from: 2026-01-01
effective_until: 2026-12-31
components:
  - name: Bookings
    measure: bookings
    quota: none
    period: year
    rate: { rule: marginal, bounds: amount, tiers: [{ from: 0, rate: 0.05 }, { from: 2000, rate: 0.1 }] }
`;

const roster = csv(
  ...["ann", "bob"].map((person_id, at) => ({
    person_id,
    name: person_id === "ann" ? "Ann" : "Bob",
    crm_user_id: `U${at + 1}`,
    role: "account_executive",
    team: "North",
    region: "East",
    hired_on: "2024-02-01",
  })),
);

const files = {
  ...small,
  "people/roster.csv": roster,
  "plans/compensation/sellers.yaml": plan,
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "1500.00", CloseDate: "2026-04-10" }),
    won("D2", { Amount: "1000.00", CloseDate: "2026-05-05" }),
    won("D3", { Amount: "300.00", CloseDate: "2026-05-09", OwnerId: "U2" }),
  ),
};

interface Line {
  readonly line_id: string;
  readonly rep_id: string;
  readonly start: string;
  readonly amount: number;
  readonly cause: string;
  readonly source_line: number;
}

describe("pay of a workspace", () => {
  let folder: string;
  let workspace: Workspace;
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));
  const lines = () =>
    ask<Line>(`select line_id, rep_id, period_start::varchar as start, amount_cents::integer as amount,
      cause, source_line::integer as source_line
      from commission_line order by rep_id, period_start, amount_cents, cause, line_id`);
  const told = async () =>
    (await lines()).map(({ rep_id, start, amount, cause }) => [rep_id, start, amount, cause]);

  beforeAll(async () => {
    folder = writeWorkspace(files);
    await rebuildWarehouse(folder);
    workspace = openWorkspace(folder);
  }, 120_000);

  // 5 % of 1,500; of the next 1,000 5 % on 500 and 10 % on 500; 5 % of 300
  const first = [
    ["ann", "2026-04-01", 7_500, "credit"],
    ["ann", "2026-05-01", 2_500, "credit"],
    ["ann", "2026-05-01", 5_000, "credit"],
    ["bob", "2026-05-01", 1_500, "credit"],
  ];

  test("a rebuild settles every deal by the plan, each line with the export row of its deal", async () => {
    expect(await told()).toEqual(first);
    expect((await lines()).map(({ source_line }) => source_line)).toEqual([2, 3, 3, 4]);
  });

  test("tells how far everybody has come, and where the next tier begins", async () => {
    expect(
      await ask(`select holder_id, credit_cents::integer as credit, quota_cents,
        next_tier_cents::integer as next from commission_attainment order by holder_id`),
    ).toEqual([
      { holder_id: "ann", credit: 250_000, quota_cents: null, next: null },
      { holder_id: "bob", credit: 30_000, quota_cents: null, next: 200_000 },
    ]);
  });

  test("settle writes for payroll what statements pay, by component", async () => {
    const { statements, written } = await settlePeriod(workspace, "2026-05");
    expect(statements.map(({ rep_id, paid_cents }) => [rep_id, paid_cents])).toEqual([
      ["ann", 7_500],
      ["bob", 1_500],
    ]);
    expect(readFileSync(join(folder, written?.payroll ?? ""), "utf8")).toBe(
      "rep_id,plan,component,amount,currency,period\r\nann,Sellers,Bookings,75.00,USD,2026-05\r\nbob,Sellers,Bookings,15.00,USD,2026-05\r\n",
    );
    expect(await told()).toEqual(first);
  });

  test("settle of one plan tells its pay and leaves the file for payroll as it is", async () => {
    const settled = await settlePeriod(workspace, "2026-05", "Sellers");
    expect(totalWords(settled)).toBe(
      "2026-05  Sellers, USD 90.00 to 2 people\npayroll file: none is written of one plan; leave --plan out\n",
    );
    const file = join(folder, "statements/payroll/2026-05.csv");
    writeFileSync(file, "of all plans");
    await settlePeriod(workspace, "2026-05", "Sellers");
    expect(readFileSync(file, "utf8")).toBe("of all plans");
    await settlePeriod(workspace, "2026-04", "Sellers");
    expect(existsSync(join(folder, "statements/payroll/2026-04.csv"))).toBe(false);
  });

  test("explain traces a line to rule, arithmetic, credit, deal and export row", async () => {
    const [line] = await lines();
    const text = explainWords(await explainLine(workspace, line?.line_id ?? ""));
    expect(text.split("\n").slice(1)).toEqual([
      "period      month from 1 Apr 2026, earned on 10 Apr 2026",
      "cause       a credit at the rate of the tier that it falls in",
      "plan        Sellers, plans/compensation/sellers.yaml",
      "component   Bookings: marginal on bookings",
      "arithmetic  1,500.00 × 5.0 % = 75.00, tier 1",
      "credit      1,500.00 of 1,500.00 as owner, on 10 Apr 2026",
      "deal        D1: Deal D1, won on 10 Apr 2026",
      "export      exports/crm/2026-06-30/Opportunity.csv, line 2",
      "",
    ]);
    await expect(explainLine(workspace, "nothing")).rejects.toThrow("unknown line: nothing");
  });

  test("close seals a period and those before it, and what is closed can't be settled or closed again", async () => {
    const { periods, paid } = await closePeriod(workspace, "2026-05");
    expect(periods.map(({ label }) => label)).toEqual(["2026-04", "2026-05"]);
    expect(paid).toEqual(new Map([["USD", 16_500]]));
    await expect(settlePeriod(workspace, "2026-05")).rejects.toThrow("closed period: 2026-05");
    await expect(closePeriod(workspace, "2026-05")).rejects.toThrow("closed period: 2026-05");
    await expect(closePeriod(workspace, "2026-07")).rejects.toThrow(
      "period not over: 2026-07 as of 2026-06-30",
    );
    await rebuildWarehouse(folder);
    expect(await told()).toEqual(first);
  });

  test("what changes later is paid in the first open period, with its cause, and closed ones stay", async () => {
    const seal = () => readFileSync(join(folder, "state/pay/2026-05.json"), "utf8");
    const before = seal();
    writeFiles(folder, {
      "exports/crm/2026-07-31/Opportunity.csv": csv(
        won("D1", { Amount: "1200.00", CloseDate: "2026-04-10" }),
        won("D4", { Amount: "200.00", CloseDate: "2026-04-20", OwnerId: "U2" }),
        won("D5", { Amount: "100.00", CloseDate: "2026-07-02" }),
      ),
    });
    await rebuildWarehouse(folder);
    // D1 pays 60 and not 75; of D2 now 800 lie below 2,000 and 200 above: 60 and not 75; D4 pays 10;
    // D5 lies above 2,000 with the 2,200 before it: 10
    // and June's pay under zero is carried into July
    expect(await told()).toEqual([
      ["ann", "2026-04-01", 7_500, "credit"],
      ["ann", "2026-05-01", 2_500, "credit"],
      ["ann", "2026-05-01", 5_000, "credit"],
      ["ann", "2026-06-01", -1_500, "retroactive: corrected amount"],
      ["ann", "2026-06-01", -1_500, "retroactive: earlier change"],
      ["ann", "2026-06-01", 3_000, "carried"],
      ["ann", "2026-07-01", -1_000, "recovered"],
      ["ann", "2026-07-01", 1_000, "credit"],
      ["bob", "2026-05-01", 1_500, "credit"],
      ["bob", "2026-06-01", 1_000, "retroactive: late deal"],
    ]);
    expect(seal()).toBe(before);
  });

  test("a second close holds what came late, so that it isn't paid twice", async () => {
    await closePeriod(workspace, "2026-06");
    const before = await told();
    await rebuildWarehouse(folder);
    expect(await told()).toEqual(before);
  });

  test("a seal that was touched stops the rebuild", async () => {
    const file = join(folder, "state/pay/2026-05.json");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace('"amount_cents": 1500', '"amount_cents": 9500'));
    await expect(rebuildWarehouse(folder)).rejects.toThrow("changed seal of a closed pay period");
    writeFileSync(file, before);
    expect(existsSync(join(folder, "statements/payroll/2026-05.csv"))).toBe(true);
  });
});

describe("plans that can't be settled", () => {
  const settled = (changes: Record<string, string>) =>
    rebuildWarehouse(writeWorkspace({ ...files, ...changes }));

  test("two that cover a person on the same day name both files and the days", async () => {
    const other = plan
      .replace("plan: Sellers", "plan: Others")
      .replace("roles: [account_executive]", "people: [bob]");
    await expect(settled({ "plans/compensation/z.yaml": other })).rejects.toThrow(
      "overlapping plans: bob from 2026-01-01 to 2026-12-31",
    );
  });

  test("one that needs a quota names who has none", async () => {
    const needy = plan
      .replace("    quota: none\n", "")
      .replace("bounds: amount, ", "")
      .replace("from: 2000", "from: 1");
    await expect(settled({ "plans/compensation/sellers.yaml": needy })).rejects.toThrow(
      "missing quota: ann for FY26",
    );
  });
});
