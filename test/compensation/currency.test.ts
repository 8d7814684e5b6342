import { beforeAll, describe, expect, test } from "vitest";
import { compensate, settle } from "../../pipelines/compensate.ts";
import { type Loaded, load } from "../workspaces/build.ts";
import { complaints } from "../workspaces/complaint.ts";
import { csv, withDeals, won } from "../workspaces/small.ts";
import { writeFiles } from "../workspaces/write.ts";

// plans in a currency of their own, deals in any: a company of US dollars that sells in euros, too

const file = "plans/compensation/sales.yaml";
const plan = (head: string, component: string) =>
  `plan: Sales\neffective_from: 2026-01-01\n${head}\ncomponents:\n  - { name: All, ${component} }\n`;

// one dollar buys 0.8 euros until April, and 0.9 from May on
const rates = csv(
  { date: "2026-01-01", currency: "EUR", per_company_currency: 0.8 },
  { date: "2026-05-01", currency: "EUR", per_company_currency: 0.9 },
);
const invoice = {
  invoice_id: "I1",
  account_id: "A1",
  opportunity_id: "D1",
  issued_on: "2026-05-10",
  due_on: "2026-06-10",
  amount: 999.99,
  currency: "EUR",
  kind: "invoice",
};
const seller = { role: "account_executive", team: "North", region: "East", hired_on: "2024-02-01" };

const files = {
  ...withDeals(
    won("D1", { Amount: "999.99", CurrencyIsoCode: "EUR" }), // of 20 March
    won("D2", { Amount: "1000.00", CurrencyIsoCode: "USD" }),
    won("D3", { Amount: "500.00", CurrencyIsoCode: "USD", CloseDate: "2026-05-20" }),
  ),
  "people/roster.csv": csv({
    person_id: "ann",
    name: "Ann",
    crm_user_id: "U1",
    on_target_earnings: 80_000,
    variable_share: 0.5,
    currency: "EUR",
    ...seller,
  }),
  "plans/rates.csv": rates,
  "plans/quotas.csv": csv({
    entity_type: "rep",
    entity_id: "ann",
    period: "FY26",
    amount: 10_000,
    currency: "USD",
  }),
};

let loaded: Loaded;

beforeAll(async () => {
  loaded = await load({ ...files, "finance/invoices.csv": csv(invoice) });
  await compensate(loaded.run);
}, 60_000);

async function paid(text: string): Promise<unknown[]> {
  writeFiles(loaded.folder, { [file]: text });
  await settle(loaded.run);
  const rows = await loaded.all<object>(
    "select opportunity_id, sum(amount_cents)::integer as cents from commission_line where credit_id is not null group by 1 order by 1",
  );
  return rows.map((row) => Object.values(row).join(" "));
}

describe("a tenth of each deal is paid", () => {
  test("in the company's currency, at the rate of the day of the deal", async () => {
    // 999.99 / 0.8 = 1,249.99
    expect(await paid(plan("", "quota: none, rate: 0.1"))).toEqual([
      "D1 12500",
      "D2 10000",
      "D3 5000",
    ]);
  });

  test("in the plan's, at the workspace's rates: what is sold in it is as it was sold", async () => {
    // 1,000 × 0.8 and 500 × 0.9
    expect(await paid(plan("currency: EUR", "quota: none, rate: 0.1"))).toEqual([
      "D1 10000",
      "D2 8000",
      "D3 4500",
    ]);
  });

  test("at rates of the plan before those of the workspace", async () => {
    const own = "currency: EUR\nexchange_rates: { USD: [{ from: 2026-05-01, amount: 0.85 }] }";
    expect(await paid(plan(own, "quota: none, rate: 0.1"))).toEqual([
      "D1 10000",
      "D2 8000",
      "D3 4250",
    ]);
    const other = "exchange_rates: { EUR: 1.2 }";
    expect(await paid(plan(other, "quota: none, rate: 0.1"))).toEqual([
      "D1 12000",
      "D2 10000",
      "D3 5000",
    ]);
  });
});

test("quotas are at the rate of the period's first day, earnings at that of the plan's", async () => {
  const attained = async (currency: string) => {
    await paid(plan(`currency: ${currency}`, "target_share: 1, rate: target"));
    return loaded.all("select quota_cents, target_cents from commission_attainment");
  };
  expect(await attained("USD")).toEqual([{ quota_cents: 10_000_00, target_cents: 50_000_00 }]);
  expect(await attained("EUR")).toEqual([{ quota_cents: 8000_00, target_cents: 40_000_00 }]);
});

test("a currency without a rate names the plan and its line", async () => {
  const told = await complaints(() => paid(plan("currency: CHF", "quota: none, rate: 0.1")));
  expect(told).toEqual([
    `currency without a rate: CHF on 2026-03-20\n  in ${file}, line 3\n  Give it in plans/rates.csv, or what one USD is worth under exchange_rates of the plan.`,
  ]);
});

describe("whatever became of the rate since a deal", () => {
  const paidWith = async (invoices: readonly object[], more: object = {}) => {
    const component = "quota: none, rate: 0.1, paid: cash";
    const { run, all } = await load({
      ...files,
      [file]: plan("", component),
      "finance/invoices.csv": csv(...(invoices as Record<string, string>[])),
      ...more,
    });
    await compensate(run);
    return all(
      "select cause, sum(amount_cents)::integer as cents from commission_line where rep_id = 'ann' and (opportunity_id = 'D1' or cause in ('hold', 'release')) group by 1 order by 1",
    );
  };

  test("a deal that is refunded in full leaves nothing", async () => {
    const note = { ...invoice, invoice_id: "N1", issued_on: "2026-06-01", kind: "credit_note" };
    expect(await paidWith([invoice, note])).toContainEqual({ cause: "reversal", cents: -12500 });
  });

  test("a deal that is paid in full is paid on in full", async () => {
    const payment = { payment_id: "P1", invoice_id: "I1", paid_on: "2026-06-20" };
    const payments = csv({ ...payment, amount: 999.99, currency: "EUR" });
    const lines = await paidWith([invoice], { "finance/payments.csv": payments });
    expect(lines).toContainEqual({ cause: "release", cents: 12500 });
  });
});
