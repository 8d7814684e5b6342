import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metrics } from "../../pipelines/metrics.ts";
import { silentProgress } from "../../pipelines/progress.ts";
import { emptyWarehouse, type Kpi, kpisOf, pick, select } from "./company.ts";
import { fill } from "./fill.ts";

const deals = [{ id: "D1", status: "won", amount: 1, closed: "2025-12-05" }] as const;
const subscription = (
  subscription_id: string,
  account_id: string,
  start_date: string,
  end_date: string | null,
  monthly_amount_cents: number,
) => ({ subscription_id, account_id, start_date, end_date, monthly_amount_cents });

/**
 * Worked by hand. Before June four accounts pay 400, 300, 200 and 100 a month. In June A grows to
 * 500, B shrinks to 240, C leaves on the 14th, D stays, and E comes with 150.
 */
const subscriptions = [
  subscription("S1", "A", "2026-01-01", null, 40_000),
  subscription("S2", "A", "2026-06-10", null, 10_000),
  subscription("S3", "B", "2026-01-01", "2026-06-20", 30_000),
  subscription("S4", "B", "2026-06-21", null, 24_000),
  subscription("S5", "C", "2026-01-01", "2026-06-14", 20_000),
  subscription("S6", "D", "2026-01-01", "2026-06-30", 10_000),
  subscription("S7", "E", "2026-06-30", null, 15_000),
];
const account = [
  { account_id: "A", segment: "Large", owner_id: "U1" },
  { account_id: "B", segment: "Large", owner_id: "U1" },
  { account_id: "C", segment: "Small", owner_id: null },
];
const kpis = (settings = {}): Promise<Kpi[]> =>
  kpisOf({
    deals,
    reps: [["ann", "North", "East"]],
    settings,
    rows: { subscription: subscriptions, account, rep_alias: [{ alias: "U1", rep_id: "ann" }] },
  });
const inJune = (found: readonly Kpi[], metric: string, more: Partial<Kpi> = {}) =>
  pick(found, { metric, period_start: "2026-06-01", ...more });

describe("recurring revenue", () => {
  // 500 + 240 + 100 + 150 at the end of June; D's last day is the 30th
  test("is what runs on the period's last day, a month and a year", async () => {
    const found = await kpis();
    expect(inJune(found, "mrr")).toMatchObject({ value: 99_000, n: 4 });
    expect(inJune(found, "arr")).toMatchObject({ value: 1_188_000, n: 4 });
  });

  // of 1,000 before: A keeps 400, B 240, C 0, D 100
  test("retains 74 % without expansion, and 84 % with A's 100 more", async () => {
    const found = await kpis();
    expect(inJune(found, "grr")).toMatchObject({ value: 0.74, numerator: 74_000, n: 4 });
    expect(inJune(found, "nrr")).toMatchObject({ value: 0.84, denominator: 100_000, n: 4 });
  });

  // 990 / 4 accounts × 0.8 margin = 198 a month; one account of four left in one month: 198 / 0.25
  test("gives an account a lifetime value of 792", async () => {
    const found = await kpis({ gross_margin: 0.8 });
    expect(inJune(found, "ltv").value).toBeCloseTo(79_200, 6);
  });

  test("gives none where nobody left, and none without a gross margin", async () => {
    const may = { metric: "ltv", period_start: "2026-05-01" } as const;
    expect(pick(await kpis({ gross_margin: 0.8 }), may).status).toBe("absent");
    expect(inJune(await kpis(), "ltv").status).toBe("absent");
  });

  test("is told of segments and of the owner's rep, team and region as they are", async () => {
    const found = await kpis();
    const large = { entity_type: "segment", entity_id: "Large" };
    expect(inJune(found, "nrr", large).value).toBeCloseTo(74 / 70, 12);
    expect(inJune(found, "mrr", { entity_type: "team", entity_id: "North" }).value).toBe(74_000);
    const asWas = { metric: "mrr", entity_type: "team", view: "as_was" };
    expect(select(found, asWas)).toEqual([]);
  });
});

interface Flow {
  readonly entity_id: string;
  readonly period: string;
  readonly period_start: string;
  readonly opening_mrr_cents: number;
  readonly kept_mrr_cents: number;
  readonly retained_mrr_cents: number;
  readonly new_mrr_cents: number;
  readonly expanded_mrr_cents: number;
  readonly contracted_mrr_cents: number;
  readonly churned_mrr_cents: number;
  readonly mrr_cents: number;
}

const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, "0"));
const someSubscription = fc.record({
  account_id: fc.constantFrom("A", "B", "C", "D"),
  start_date: fc.tuple(month, fc.constantFrom("01", "15", "28")).map(([m, d]) => `2025-${m}-${d}`),
  end_date: fc.option(month.map((m) => `2026-${m}-14`)),
  monthly_amount_cents: fc.integer({ min: 0, max: 10_000 }),
});

test("opening + new + expanded − contracted − churned is closing, and the next month's opening", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someSubscription, { maxLength: 12 }), async (random) => {
      const flows = await flowsOf(random);
      for (const flow of flows) {
        const grown = flow.opening_mrr_cents + flow.new_mrr_cents + flow.expanded_mrr_cents;
        expect(grown - flow.contracted_mrr_cents - flow.churned_mrr_cents).toBe(flow.mrr_cents);
        expect(flow.kept_mrr_cents).toBeLessThanOrEqual(flow.opening_mrr_cents);
        expect(flow.kept_mrr_cents).toBeLessThanOrEqual(flow.retained_mrr_cents);
      }
      for (const [index, flow] of flows.entries()) {
        const next = flows[index + 1];
        if (next) expect(next.opening_mrr_cents).toBe(flow.mrr_cents);
      }
    }),
    { numRuns: 10 },
  );
});

/** The company's months that have a row; between two of them nothing recurred. */
async function flowsOf(random: readonly object[]): Promise<Flow[]> {
  const warehouse = await emptyWarehouse();
  try {
    const rows = random.map((row, index) => ({ subscription_id: `S${index}`, ...row }));
    await fill(warehouse, { deals, rows: { subscription: rows } });
    await metrics({ warehouse, progress: silentProgress });
    return await warehouse.all<Flow>({
      file: "test",
      sql: `from kpi_recurring where entity_type = 'company' and view = 'as_is' and period = 'month'
        order by period_start`,
    });
  } finally {
    warehouse.close();
  }
}
