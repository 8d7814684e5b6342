import { beforeAll, describe, expect, test } from "vitest";
import { settlePeriod } from "../../pipelines/settle.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { rebuildWarehouse, rowsOf } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, firstDrop, small, won } from "../workspaces/small.ts";
import { asking } from "../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const main = `plan: Sellers
covers: { roles: [account_executive] }
effective_from: 2026-01-01
components:
  - { name: Bookings, quota: none, rate: 0.1 }
`;

const spif = `plan: Spring
covers: { roles: [account_executive] }
effective_from: 2026-04-01
effective_until: 2026-04-30
supplements: true
components:
  - name: New customers
    measure: new_customers
    where: { types: [new], from: 2026-04-01, until: 2026-04-30 }
    quota: none
    rate: { rule: flat, per_unit: 500 }
    budget: { amount: 800 }
`;

const files = {
  ...small,
  "plans/compensation/sellers.yaml": main,
  "plans/compensation/spring.yaml": spif,
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { CloseDate: "2026-04-10", Type: "New Business" }),
    won("D2", { CloseDate: "2026-04-20", Type: "New Business", OwnerId: "U2" }),
    won("D3", { CloseDate: "2026-05-02", Type: "New Business" }),
  ),
};

describe("a plan that supplements others", () => {
  let folder: string;
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));

  beforeAll(async () => {
    folder = writeWorkspace(files);
    await rebuildWarehouse(folder);
  }, 120_000);

  // a tenth of 1,000 each; 500 for the first customer of April and what is left of 800 for the second
  test("pays people beside the plan that they are under, on statements of its own", async () => {
    expect(
      await ask(`select rep_id, plan, period_start::varchar as month, paid_cents::integer as paid
        from commission_statement order by rep_id, plan, month`),
    ).toEqual([
      { rep_id: "ann", plan: "Sellers", month: "2026-04-01", paid: 10_000 },
      { rep_id: "ann", plan: "Sellers", month: "2026-05-01", paid: 10_000 },
      { rep_id: "ann", plan: "Spring", month: "2026-04-01", paid: 50_000 },
      { rep_id: "bob", plan: "Sellers", month: "2026-04-01", paid: 10_000 },
      { rep_id: "bob", plan: "Spring", month: "2026-04-01", paid: 30_000 },
    ]);
  });

  test("is told as a SPIF, with its dates, its budget and what was won meanwhile", async () => {
    expect(
      await ask(`select component, from_date::varchar as first, until_date::varchar as last,
        budget_cents::integer as budget, budget_use from commission_spif`),
    ).toEqual([
      {
        component: "New customers",
        first: "2026-04-01",
        last: "2026-04-30",
        budget: 80_000,
        budget_use: "first_come",
      },
    ]);
    expect(
      await ask(`select stretch, count_deals::integer as deals, bookings_cents::integer as bookings
        from commission_spif_stretch where count_deals > 0 order by from_date`),
    ).toEqual([
      { stretch: "during", deals: 2, bookings: 200_000 },
      { stretch: "after", deals: 1, bookings: 100_000 },
    ]);
  });

  test("is one file: two of one name are refused before anything is written", async () => {
    const before = await ask("from commission_line order by all");
    const again = {
      "plans/compensation/autumn.yaml": spif.replaceAll("-04-", "-09-"),
      "plans/compensation/sellers_old.yaml": main.replace(
        "2026-01-01",
        "2025-01-01\neffective_until: 2025-12-31",
      ),
    };
    writeFiles(folder, again);
    expect(await complaints(() => settlePeriod(openWorkspace(folder), "2026-04"))).toEqual([
      'repeated plan: "Sellers"\n  in plans/compensation/sellers_old.yaml, line 1\n  plans/compensation/sellers.yaml has that name, too: give one of them another.',
      'repeated plan: "Spring"\n  in plans/compensation/spring.yaml, line 1\n  plans/compensation/autumn.yaml has that name, too: give one of them another.',
    ]);
    expect(await ask("from commission_line order by all")).toEqual(before);
  }, 60_000);
});
