import { describe, expect, test } from "vitest";
import { type Kpi, kpisOf, pick, select, type TestCompany } from "./company.ts";

const deals: TestCompany["deals"] = [
  { id: "D1", rep: "a", status: "won", amount: 100, closed: "2026-01-05" },
];
const invoice = (
  invoice_id: string,
  issued_on: string,
  amount_cents: number,
  kind = "invoice",
) => ({
  invoice_id,
  opportunity_id: "D1",
  issued_on,
  amount_cents,
  kind,
});
const payment = (
  payment_id: string,
  invoice_id: string,
  paid_on: string,
  amount_cents: number,
) => ({
  payment_id,
  invoice_id,
  paid_on,
  amount_cents,
});
const kpis = (
  invoices: readonly object[],
  payments: readonly object[] = [],
  asOf = "2026-07-31",
): Promise<Kpi[]> =>
  kpisOf({
    deals,
    asOf,
    reps: [["a", "North", "East"]],
    rows: { invoice: invoices, payment: payments },
  });
const june = { metric: "dso", period_start: "2026-06-01" } as const;

describe("days sales outstanding", () => {
  // the worked example of formulas.md: 18,000 / 20,000 × 30 = 27; receivables stand at 18,000 on
  // every day of June, whose last day invoices 20,000 and is paid 20,000
  test("is 27 in the worked example", async () => {
    const found = await kpis(
      [invoice("I1", "2026-05-31", 1_800_000), invoice("I2", "2026-06-30", 2_000_000)],
      [payment("P1", "I2", "2026-06-30", 2_000_000)],
    );
    expect(pick(found, june)).toMatchObject({
      value: 27,
      numerator: 18_000_00 * 30,
      denominator: 2_000_000,
      n: 1,
      status: "ok",
    });
  });

  // 1,000 owed from the 11th to the 20th (10 days) and 400 from then to the 30th (10 days) over
  // 1,000 invoiced: (10 × 1,000 + 10 × 400) / 1,000 = 14
  test("averages receivables over the days of the period", async () => {
    const found = await kpis(
      [invoice("I1", "2026-06-11", 100_000)],
      [payment("P1", "I1", "2026-06-21", 60_000)],
    );
    expect(pick(found, june).value).toBe(14);
  });

  // 1,000 invoiced on the 1st, 250 credited on the 16th: (15 × 1,000 + 15 × 750) / 750 = 35
  test.each([25_000, -25_000])(
    "takes a credit note of %d off, whatever its sign",
    async (amount) => {
      const found = await kpis([
        invoice("I1", "2026-06-01", 100_000),
        invoice("C1", "2026-06-16", amount, "credit_note"),
      ]);
      expect(pick(found, june)).toMatchObject({ value: 35, denominator: 75_000, n: 1 });
    },
  );

  // on the 10th of July 1,000 were owed for all of its ten days, and nothing was sold in July
  test("counts the days that have passed of a period in progress, and is absent without sales", async () => {
    const found = await kpis([invoice("I1", "2026-06-30", 100_000)], [], "2026-07-10");
    expect(pick(found, { metric: "dso", period_start: "2026-07-01" })).toMatchObject({
      value: null,
      numerator: 100_000 * 10,
      denominator: 0,
      status: "absent",
    });
  });

  test("leaves out a payment of an invoice that isn't on file", async () => {
    const found = await kpis(
      [invoice("I1", "2026-06-01", 100_000)],
      [payment("P1", "I0", "2026-06-01", 50_000)],
    );
    expect(pick(found, june).value).toBe(30);
  });

  test("is told of the rep, team and region of the deal, and of the company for any invoice", async () => {
    const found = await kpis([
      invoice("I1", "2026-06-01", 100_000),
      { ...invoice("I2", "2026-06-01", 100_000), opportunity_id: null },
    ]);
    const sold = (entity_type: string, entity_id: string) =>
      pick(found, { ...june, entity_type, entity_id }).denominator;
    expect(sold("company", "Acme")).toBe(200_000);
    expect(["a", "unassigned"].map((rep) => sold("rep", rep))).toEqual([100_000, 100_000]);
    expect(sold("team", "North")).toBe(100_000);
    expect(sold("region", "East")).toBe(100_000);
  });

  test("is absent, once, for a company without invoices", async () => {
    const found = select(await kpis([]), { metric: "dso" });
    expect(found.map(({ value, status }) => ({ value, status }))).toEqual([
      { value: null, status: "absent" },
    ]);
  });
});
