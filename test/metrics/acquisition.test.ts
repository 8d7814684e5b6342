import { describe, expect, test } from "vitest";
import { type Deal, type Kpi, kpisOf, pick, select, type TestCompany } from "./company.ts";

const first: Deal = { id: "D0", status: "won", amount: 1, closed: "2025-12-05" };
const won = (id: string, account: string, closed: string, type: string | null = "new") => ({
  opportunity_id: id,
  account_id: account,
  status: "won",
  deal_type: type,
  close_date: closed,
});
/** Two customers new in April, one in June; the renewal's customer is from before the data. */
const opportunity = [
  won("D1", "A", "2026-04-10"),
  won("D2", "B", "2026-04-20", null),
  won("D3", "A", "2026-05-10", "expansion"),
  won("D4", "C", "2026-06-10"),
  won("D5", "Z", "2026-06-11", "renewal"),
];
const line = (
  period: string,
  period_start: string,
  amount_cents: number,
  { category = "personnel", kind = "actual" } = {},
) => ({ period, period_start, category, team_id: null, amount_cents, kind });
const kpis = (company: Partial<TestCompany> & { budget: readonly object[] }): Promise<Kpi[]> =>
  kpisOf({
    deals: [first],
    ...company,
    rows: { opportunity, budget: company.budget, ...company.rows },
  });
const quarter = { period: "quarter", period_start: "2026-04-01" } as const;

describe("customer acquisition cost", () => {
  // 60,000 and 30,000 spent on three new customers
  test("divides the quarter's expense by its new customers", async () => {
    const budget = [
      line("quarter", "2026-04-01", 6_000_000),
      line("quarter", "2026-04-01", 3_000_000, { category: "travel" }),
    ];
    const found = await kpis({ budget });
    expect(pick(found, { metric: "cac", ...quarter })).toMatchObject({
      value: 3_000_000,
      numerator: 9_000_000,
      denominator: 3,
      status: "ok",
    });
  });

  test("spreads a quarter evenly over its months, to the cent", async () => {
    const found = await kpis({ budget: [line("quarter", "2026-04-01", 100)] });
    const spent = ["2026-04-01", "2026-05-01", "2026-06-01"].map(
      (period_start) => pick(found, { metric: "cac", period_start }).numerator,
    );
    expect(spent).toEqual([33, 33, 34]);
  });

  test("takes what was spent, and the budget where that isn't recorded", async () => {
    const budget = [
      line("quarter", "2026-04-01", 600, { kind: "budget" }),
      line("quarter", "2026-04-01", 900),
      line("quarter", "2026-04-01", 300, { category: "tools", kind: "budget" }),
    ];
    expect(pick(await kpis({ budget }), { metric: "cac", ...quarter }).numerator).toBe(1_200);
  });

  test("adds campaigns where marketing isn't budgeted, and only there", async () => {
    const campaign = [{ campaign_id: "C", start_date: "2026-05-02", cost_cents: 500 }];
    const plain = [line("quarter", "2026-04-01", 300)];
    const marketed = [...plain, line("quarter", "2026-04-01", 600, { category: "marketing" })];
    const spent = async (budget: readonly object[]) =>
      pick(await kpis({ budget, rows: { campaign } }), { metric: "cac", ...quarter }).numerator;
    expect(await spent(plain)).toBe(800);
    expect(await spent(marketed)).toBe(900);
  });

  // with a lag of a month the quarter's wins stand over March, April and May
  test("looks back by the company's lag", async () => {
    const budget = ["03", "04", "05", "06"].map((month, index) =>
      line("month", `2026-${month}-01`, 100 * 10 ** index),
    );
    const found = await kpis({ budget, settings: { cac_lag_months: 1 } });
    expect(pick(found, { metric: "cac", ...quarter }).numerator).toBe(11_100);
  });

  // on the 15th of June half of its 30 days have passed
  test("counts of a month in progress as much as of its days have passed", async () => {
    const found = await kpis({ budget: [line("month", "2026-06-01", 1_000)], asOf: "2026-06-15" });
    const june = pick(found, { metric: "cac", period_start: "2026-06-01" });
    expect(june).toMatchObject({ value: 500, status: "partial" });
  });

  test("is absent where a month of the spending isn't budgeted", async () => {
    const found = await kpis({ budget: [line("month", "2026-04-01", 100)] });
    expect(select(found, { metric: "cac", ...quarter })).toEqual([]);
    expect(pick(found, { metric: "cac", period_start: "2026-04-01" }).value).toBe(50);
  });

  test("is absent, once, without a budget", async () => {
    const found = select(await kpis({ budget: [] }), { metric: "cac" });
    expect(found.map(({ status }) => status)).toEqual(["absent"]);
  });
});

describe("what new customers pay back", () => {
  const rows = {
    subscription: [
      ["S1", "A", "2026-01-01", 40_000],
      ["S2", "B", "2026-06-10", 60_000],
    ].map(([subscription_id, account_id, start_date, monthly_amount_cents]) => ({
      subscription_id,
      account_id,
      start_date,
      monthly_amount_cents,
    })),
  };
  const budget = [line("quarter", "2026-01-01", 360_000), line("quarter", "2026-04-01", 900_000)];

  // 9,000 for three customers are 3,000 each; 1,000 a month of two accounts × 0.75 are 375: 8 months
  test("takes 8 months at a margin of 75 %", async () => {
    const found = await kpis({ budget, rows, settings: { gross_margin: 0.75 } });
    expect(pick(found, { metric: "cac_payback_months", ...quarter }).value).toBe(8);
  });

  test("is absent without a gross margin", async () => {
    const found = await kpis({ budget, rows });
    const payback = select(found, { metric: "cac_payback_months" });
    expect(new Set(payback.map(({ status }) => status))).toEqual(new Set(["absent"]));
  });

  // (1,000 − 400) × 12 = 7,200 of new annual recurring revenue over the 3,600 of the quarter before
  test("is a magic number of 2", async () => {
    const found = await kpis({ budget, rows });
    expect(pick(found, { metric: "magic_number", ...quarter }).value).toBe(2);
    expect(
      select(found, { metric: "magic_number", period: "year" }).every(
        ({ status }) => status === "absent",
      ),
    ).toBe(true);
  });
});
