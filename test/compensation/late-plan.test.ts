import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../pipelines/close.ts";
import { sealFolder } from "../../pipelines/compensation/seals.ts";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { csv, firstDrop, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

// a plan that comes after a close and reaches back into what is closed pays it in the open

const sellers = `plan: Sellers
covers: { roles: [account_executive] }
effective_from: 2026-01-01
components:
  - { name: Bookings, quota: none, rate: 0.1 }
`;

const spring = `plan: Spring
covers: { roles: [account_executive] }
effective_from: 2026-04-01
supplements: true
components:
  - { name: Spring deals, quota: none, rate: 0.01 }
`;

describe("a supplement recorded after a close", () => {
  let folder: string;
  const settle = (period: string) => settlePeriod(openWorkspace(folder), period);
  const ask = (sql: string) =>
    asking(folder, async (warehouse) => {
      const rows = await rowsOf<Record<string, string | number>>(warehouse, sql);
      return rows.map((row) => Object.values(row).join(" "));
    });
  const lines = (plan: string) =>
    ask(`select rep_id, period_start::varchar as start, amount_cents::integer as amount, cause
      from commission_line where plan = '${plan}' order by all`);
  const closedPay = () =>
    ask(`select plan, rep_id, period_start::varchar as start, paid_cents::integer as paid
      from commission_statement where period_start < date '2026-06-01' order by all`);
  const seals = () =>
    readdirSync(join(folder, sealFolder)).map((name) => [
      name,
      readFileSync(join(folder, sealFolder, name), "utf8"),
    ]);
  let before: { readonly pay: string[]; readonly seals: string[][] };

  beforeAll(async () => {
    folder = writeWorkspace({
      ...small,
      "plans/compensation/sellers.yaml": sellers,
      [`${firstDrop}/Opportunity.csv`]: csv(
        won("D1", { CloseDate: "2026-04-10" }),
        won("D2", { CloseDate: "2026-04-20", OwnerId: "U2" }),
        won("D3", { CloseDate: "2026-05-02" }),
        won("D4", { CloseDate: "2026-06-05" }),
      ),
    });
    await rebuildWarehouse(folder);
    await closePeriod(openWorkspace(folder), "2026-05");
    before = { pay: await closedPay(), seals: seals() };
    writeFiles(folder, { "plans/compensation/spring.yaml": spring });
  }, 120_000);

  // a hundredth of 1,000 for each deal
  const late = "1000 retroactive: changed plan";
  const june = [
    `ann 2026-06-01 ${late}`, // of April
    `ann 2026-06-01 ${late}`, // of May
    "ann 2026-06-01 1000 credit",
    `bob 2026-06-01 ${late}`,
  ].sort();

  test("pays what it reaches back to in the first open period, with its cause, and in its payroll", async () => {
    const { written } = await settle("2026-06");
    expect((await lines("Spring")).sort()).toEqual(june);
    expect(
      readFileSync(join(folder, written?.payroll ?? ""), "utf8")
        .split("\r\n")
        .slice(1),
    ).toEqual([
      "ann,Sellers,Bookings,100.00,USD,2026-06",
      "ann,Spring,Spring deals,30.00,USD,2026-06",
      "bob,Spring,Spring deals,10.00,USD,2026-06",
      "",
    ]);
  });

  test("leaves closed periods every byte", async () => {
    expect(await closedPay()).toEqual(before.pay);
    await rebuildWarehouse(folder);
    expect((await lines("Spring")).sort()).toEqual(june);
    expect(await closedPay()).toEqual(before.pay);
    expect(seals()).toEqual(before.seals);
  }, 120_000);

  test("is closed with the next period and settled on, and the books agree", async () => {
    await closePeriod(openWorkspace(folder), "2026-06");
    writeFiles(folder, {
      "exports/crm/2026-07-31/Opportunity.csv": csv(won("D5", { CloseDate: "2026-07-10" })),
    });
    await rebuildWarehouse(folder);
    await settle("2026-07");
    expect((await lines("Spring")).sort()).toEqual([...june, "ann 2026-07-01 1000 credit"].sort());
    expect(
      await ask(`select sum(earned_cents)::integer from commission_accrual where period = 'month'
        union all select sum(amount_cents)::integer from commission_line`),
    ).toEqual(["55000", "55000"]); // five deals of 1,000 at 10 % and 1 %
  }, 120_000);
});
