import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { closePeriod } from "../../../pipelines/close.ts";
import { parseAccountingPolicy } from "../../../pipelines/compensation/accounting/policy-file.ts";
import { checkBooks } from "../../../pipelines/compensation/accounting/write.ts";
import { readSeals, sealFolder, sealText } from "../../../pipelines/compensation/seals.ts";
import { warehouseOf } from "../../../pipelines/places.ts";
import { settlePeriod } from "../../../pipelines/settle.ts";
import { openWorkspace } from "../../../pipelines/workspace.ts";
import { formatInputError, InputErrors, RefusedError } from "../../../src/errors.ts";
import { openWarehouse } from "../../../src/warehouse/warehouse.ts";
import { rebuildWarehouse, rowsOf } from "../../workspaces/build.ts";
import { csv, firstDrop, lost, small, won } from "../../workspaces/small.ts";
import { asking } from "../../workspaces/tables.ts";
import { writeFiles, writeWorkspace } from "../../workspaces/write.ts";

// a tenth of every deal
const plan = `plan: Sellers
covers: { roles: [account_executive], people: [ann] }
effective_from: 2026-01-01
effective_until: 2026-12-31
components:
  - name: Bookings
    quota: none
    rate: 0.1
    reversal: original_line
`;

const subscription = { monthly_amount: 1000, currency: "USD" };

const files = {
  ...small,
  "plans/compensation/sellers.yaml": plan,
  "plans/accounting.yaml": "amortise: { new: 24 }\n",
  [`${firstDrop}/Opportunity.csv`]: csv(
    won("D1", { Amount: "24000.00", CloseDate: "2026-01-15", Type: "New Business" }),
    won("D2", { Amount: "5000.00", CloseDate: "2026-02-10", Type: "Renewal" }),
    won("D3", {
      Amount: "12000.00",
      CloseDate: "2026-01-20",
      Type: "New Business",
      AccountId: "A2",
    }),
    lost("D4", { CloseDate: "2026-03-10", Type: "Renewal", AccountId: "A2" }),
  ),
  "finance/subscriptions.csv": csv({
    ...subscription,
    subscription_id: "S3",
    account_id: "A2",
    opportunity_id: "D3",
    start: "2026-02-01",
    end: "2026-02-28",
  }),
};

describe("the books of a workspace", () => {
  let folder: string;
  const ask = <Row>(sql: string) => asking(folder, (warehouse) => rowsOf<Row>(warehouse, sql));
  const months = async () =>
    (
      await ask<Record<string, number | string>>(`select deal_type, period_start::varchar as month,
        opening_cents::integer as opening, capitalised_cents::integer as capitalised,
        amortised_cents::integer as amortised, impaired_cents::integer as impaired,
        closing_cents::integer as closing, expensed_cents::integer as expensed
        from commission_rollforward where period = 'month' order by deal_type, period_start`)
    ).map((row) => Object.values(row));

  beforeAll(async () => {
    folder = writeWorkspace(files);
    await rebuildWarehouse(folder);
  }, 120_000);

  // D1: 2,400.00 over 24 months. D3: 1,200.00 over 24 months from February on, lost in March. D2: a
  // renewal of a year, expensed
  const told = [
    ["new", "2026-01-01", 0, 360_000, 10_000, 0, 350_000, 0],
    ["new", "2026-02-01", 350_000, 0, 15_000, 0, 335_000, 0],
    ["new", "2026-03-01", 335_000, 0, 10_000, 115_000, 210_000, 0],
    ["new", "2026-04-01", 210_000, 0, 10_000, 0, 200_000, 0],
    ["new", "2026-05-01", 200_000, 0, 10_000, 0, 190_000, 0],
    ["new", "2026-06-01", 190_000, 0, 10_000, 0, 180_000, 0],
    ["renewal", "2026-02-01", 0, 0, 0, 0, 0, 50_000],
    ["renewal", "2026-03-01", 0, 0, 0, 0, 0, 0],
    ["renewal", "2026-04-01", 0, 0, 0, 0, 0, 0],
    ["renewal", "2026-05-01", 0, 0, 0, 0, 0, 0],
    ["renewal", "2026-06-01", 0, 0, 0, 0, 0, 0],
  ];

  test("roll forward by month: first contracts amortised, a short renewal expensed, a lost customer impaired", async () => {
    expect(await months()).toEqual(told);
  });

  test("quarters and years are the sums of their months", async () => {
    expect(
      await ask(`select period, period_start::varchar as start, opening_cents::integer as opening,
        capitalised_cents::integer as capitalised, amortised_cents::integer as amortised,
        closing_cents::integer as closing from commission_rollforward
        where deal_type = 'new' and period <> 'month' order by period, period_start`),
    ).toEqual([
      {
        period: "quarter",
        start: "2026-01-01",
        opening: 0,
        capitalised: 360_000,
        amortised: 35_000,
        closing: 210_000,
      },
      {
        period: "quarter",
        start: "2026-04-01",
        opening: 210_000,
        capitalised: 0,
        amortised: 30_000,
        closing: 180_000,
      },
      {
        period: "year",
        start: "2026-01-01",
        opening: 0,
        capitalised: 360_000,
        amortised: 65_000,
        closing: 180_000,
      },
    ]);
  });

  test("say why an asset ended, and what is ahead of those that stand", async () => {
    expect(
      await ask(`select opportunity_id, starts_on::varchar as starts, ends_on::varchar as ends,
        ended_on::varchar as ended, closing_cents::integer as closing from commission_asset order by all`),
    ).toEqual([
      {
        opportunity_id: "D1",
        starts: "2026-01-01",
        ends: "2027-12-31",
        ended: null,
        closing: 180_000,
      },
      {
        opportunity_id: "D3",
        starts: "2026-02-01",
        ends: "2028-01-31",
        ended: "2026-03-10",
        closing: 0,
      },
    ]);
    expect(
      await ask(`select year(month)::integer as year, sum(amortised_cents)::integer as cents
        from commission_amortisation group by all order by all`),
    ).toEqual([
      { year: 2026, cents: 60_000 },
      { year: 2027, cents: 120_000 },
    ]);
  });

  test("accrue what is earned until its pay period is over", async () => {
    expect(
      await ask(`select period_start::varchar as month, earned_cents::integer as earned,
        settled_cents::integer as settled, closing_cents::integer as closing
        from commission_accrual where period = 'month' and earned_cents <> 0 order by month`),
    ).toEqual([
      { month: "2026-01-01", earned: 360_000, settled: 360_000, closing: 0 },
      { month: "2026-02-01", earned: 50_000, settled: 50_000, closing: 0 },
    ]);
  });

  test("are kept by files that the manifest lists", async () => {
    expect(
      await ask(`select path from manifest_input where path like 'plans/%.yaml' order by path`),
    ).toEqual([{ path: "plans/accounting.yaml" }, { path: "plans/compensation/sellers.yaml" }]);
  });

  test("refuse to be published when a figure in them is another", async () => {
    const warehouse = await openWarehouse(warehouseOf(folder));
    const faults = [
      [
        "update commission_rollforward set closing_cents = closing_cents + 1 where period = 'quarter'",
        /quarter of 2026-01-01, new, doesn't roll forward/,
      ],
      [
        "update commission_rollforward set amortised_cents = 0, closing_cents = opening_cents + capitalised_cents where period = 'month' and period_start = '2026-06-01'",
        /2026-06-01: the roll-forward tells other movements/,
      ],
      [
        "update commission_accrual set settled_cents = settled_cents + 1 where period = 'year'",
        /year of 2026-01-01: the accrual doesn't roll forward/,
      ],
      [
        "update commission_asset_month set expensed_cents = expensed_cents + 1 where deal_type = 'renewal'",
        /2026-02-01: what is capitalised and expensed isn't what was earned/,
      ],
      [
        "update commission_line set amount_cents = amount_cents + 1",
        /accruals in USD tell another sum than lines of pay/,
      ],
      [
        "update commission_asset set closing_cents = 1 where opportunity_id = 'D3'",
        /Sellers, D3: the asset is no sum of its months/,
      ],
    ] as const;
    await checkBooks(warehouse);
    for (const [sql, problem] of faults) {
      await warehouse.run({ file: "test", sql: "begin" });
      await warehouse.run({ file: "test", sql });
      await expect(checkBooks(warehouse)).rejects.toThrow(RefusedError);
      await expect(checkBooks(warehouse)).rejects.toThrow(problem);
      await warehouse.run({ file: "test", sql: "rollback" });
    }
    warehouse.close();
  });

  test("stay as they were in closed periods: what is told late moves the first open one", async () => {
    await closePeriod(openWorkspace(folder), "2026-05");
    const seal = join(folder, "state/pay/2026-02.json");
    expect(existsSync(seal)).toBe(true);
    writeFiles(folder, {
      "exports/crm/2026-07-01/Opportunity.csv": csv(
        won("D1", { Amount: "12000.00", CloseDate: "2026-01-15", Type: "New Business" }),
      ),
      "plans/accounting.yaml": "amortise: { new: 36 }\nrenewals_commensurate: true\n",
      "finance/subscriptions.csv": csv({
        ...subscription,
        subscription_id: "S3",
        account_id: "A2",
        opportunity_id: "D3",
        start: "2026-02-01",
        end: "2027-02-28",
      }),
    });
    await rebuildWarehouse(folder);
    const now = await months();
    expect(now.slice(0, 5)).toEqual(told.slice(0, 5));
    // 1,200.00 are taken back of the 1,900.00 that stand, the rest is spread over the 31 months left of
    // 36: 700.00 / 31; July takes as much
    expect(now.slice(5, 7)).toEqual([
      ["new", "2026-06-01", 190_000, -120_000, 2_258, 0, 67_742, 0],
      ["new", "2026-07-01", 67_742, 0, 2_258, 0, 65_484, 0],
    ]);
  });

  test("are kept of periods that were closed before books were, and the next close seals them", async () => {
    const own = writeWorkspace(files);
    await rebuildWarehouse(own);
    await closePeriod(openWorkspace(own), "2026-03");
    for (const seal of readSeals(openWorkspace(own), "2026-12-31")) {
      const plans = seal.plans.map(({ assetMonths: _, ...rest }) => rest);
      writeFiles(own, { [`${sealFolder}/${seal.label}.json`]: sealText({ ...seal, plans }) });
    }
    await rebuildWarehouse(own);
    await closePeriod(openWorkspace(own), "2026-04");
    await rebuildWarehouse(own);
    folder = own;
    expect(await months()).toEqual(told);
  });
});

test("settling anew keeps the books by the policy as it is now", async () => {
  const folder = writeWorkspace(files);
  await rebuildWarehouse(folder);
  writeFiles(folder, { "plans/accounting.yaml": "amortise: { new: 24 }\nlost_after_days: 5\n" });
  await settlePeriod(openWorkspace(folder), "2026-02");
  const ended =
    "select ended_on::varchar as ended from commission_asset where opportunity_id = 'D3'";
  // the subscription's last day is 28 February, and its renewal was lost after five days more
  expect(await asking(folder, (warehouse) => rowsOf(warehouse, ended))).toEqual([
    { ended: "2026-03-06" },
  ]);
}, 120_000);

describe("the policy file", () => {
  const mistakesOf = (text: string): string[] => {
    try {
      parseAccountingPolicy(text);
    } catch (error) {
      if (error instanceof InputErrors) return error.errors.map(formatInputError);
    }
    return [];
  };

  test("may be empty or absent: what is usual holds", () => {
    expect(parseAccountingPolicy("")).toMatchObject({
      isExpedient: true,
      isCommensurate: false,
      customerLifeMonths: 60,
      benefits: { new: "customer_life", expansion: "customer_life", renewal: "term" },
      by: "month",
      from: "contract_start",
    });
  });

  test.each([
    [
      "customer_live_months: 60",
      [
        "unknown key: customer_live_months",
        "  in plans/accounting.yaml, line 1",
        '  Did you mean "customer_life_months"?',
      ],
    ],
    [
      "expedient: true\namortise: { new: forever }",
      [
        "invalid amortise.new: a number of months, term or customer_life",
        "  in plans/accounting.yaml, line 2",
        "  Instead of forever, write a number of months, term or customer_life.",
      ],
    ],
    [
      "capitalise: { credits: [owner] }",
      ["unknown key: credits", "  in plans/accounting.yaml, line 1", '  Did you mean "credit"?'],
    ],
  ])("%s is refused with its line", (text, lines) => {
    expect(mistakesOf(text)).toEqual([lines.join("\n")]);
  });
});
