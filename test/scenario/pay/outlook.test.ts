import { describe, expect, test } from "vitest";
import type { Credit } from "../../../src/compensation/credit/credit.ts";
import { anybody } from "../../../src/compensation/person.ts";
import type { PlanTerms } from "../../../src/compensation/plan/terms.ts";
import { pricePlan } from "../../../src/compensation/price.ts";
import type { SpanAhead } from "../../../src/scenario/pay/ahead.ts";
import { cuttingOf, mergedCredits } from "../../../src/scenario/pay/alike.ts";
import { yearCredits } from "../../../src/scenario/pay/credits.ts";
import { drawnAhead, type RunningPlan, unquotedAhead } from "../../../src/scenario/pay/outlook.ts";
import { creditOf, onePlan } from "../../compensation/plan.ts";

const yearStart = "2026-01-01";
const doubled =
  "target_pay: 100000, quota: 1000000, rate: {rule: marginal, tiers: [{from: 0, times: 1}, {from: 1, times: 2}]}";

/** All that is booked is credited, in deals of 10,000. */
const part = {
  role: null,
  type: null,
  product: null,
  dealCents: 1_000_000,
  amount: 1,
  credit: 1,
  units: null,
};

/** Ann's plan with 900,000 credited by June. */
function runningAt(
  plan: PlanTerms,
  credits: readonly Credit[] = [creditOf(90_000_000, { date: "2026-06-10" })],
): RunningPlan {
  return {
    plan,
    people: [anybody("ann")],
    credits,
    assigned: () => null,
    parts: [part],
    companyCentsIn: 1,
    levels: new Map(),
    knownUntil: "2026-06-30",
    followed: new Map([["ann", ["ann"]]]),
  };
}

/** What is yet to be booked from a month of the year on, even by month; major units. */
function spanOf(month: number, until: number, mean: number, deviation = 0): SpanAhead {
  const months = Array.from({ length: 12 }, (_, at) => (at >= month && at < until ? 1 : 0));
  const day = (at: number) => `2026-${String(at).padStart(2, "0")}`;
  const production = { mean: mean * 100, variance: (deviation * 100) ** 2 };
  return {
    from: `${day(month + 1)}-01`,
    until: `${day(until)}-28`,
    reps: new Map([["ann", { production, months }]]),
    common: 0,
  };
}

const mean = (draws: Float64Array | undefined) =>
  [...(draws ?? [])].reduce((a, b) => a + b, 0) / (draws?.length ?? 1);

describe("what the rest of a year will cost in pay", () => {
  test("goes on from the tier that credits so far have reached", () => {
    const span = spanOf(6, 12, 200_000);
    const [drawn] = drawnAhead(
      runningAt(onePlan(doubled)),
      { span, before: [], counted: [span] },
      yearStart,
    );
    // 100,000 up to quota at 10 cents a dollar, 100,000 beyond it at 20
    expect(mean(drawn?.[0])).toBeCloseTo(1_000_000 + 2_000_000, -2);
  });

  test("takes quarters before it to come out at their means", () => {
    const [before, span] = [spanOf(6, 9, 100_000), spanOf(9, 12, 100_000)];
    const running = runningAt(onePlan(doubled));
    const [drawn] = drawnAhead(running, { span, before: [before], counted: [span] }, yearStart);
    expect(mean(drawn?.[0])).toBeCloseTo(2_000_000, -2);
  });

  test("quarters of courses of the year sum to the year", () => {
    const year = spanOf(6, 12, 200_000, 80_000);
    const quarters = [spanOf(6, 9, 0), spanOf(9, 12, 0)];
    const [first, last, whole] = drawnAhead(
      runningAt(onePlan(doubled)),
      { span: year, before: [], counted: [...quarters, year] },
      yearStart,
    );
    expect(mean(first?.[0]) + mean(last?.[0])).toBeCloseTo(mean(whole?.[0]), 6);
  });

  test("a level that was measured isn't measured again, one to come stays what it was", () => {
    const kept = onePlan(
      "measure: retention, period: quarter, target_pay: 100000, quota: 1, rate: target",
    );
    const level = (date: string) =>
      creditOf(0, { date, creditCents: 1_000_000, levelOf: "Sales", creditId: `level ${date}` });
    const running = {
      ...runningAt(kept, [level("2026-03-31"), level("2026-06-30")]),
      levels: new Map([["ann", { Sales: 1_000_000 }]]),
    };
    const quarters = [spanOf(6, 9, 0), spanOf(9, 12, 0)].map((span) => ({
      ...span,
      until: span.from < "2026-10-01" ? "2026-09-30" : "2026-12-31",
    }));
    const year = { ...spanOf(6, 12, 0), from: "2026-01-01", until: "2026-12-31" };
    const counted = [...quarters, year];
    const drawn = drawnAhead(running, { span: year, before: [], counted }, yearStart);
    // a quarter of 100,000 for each quarter that is yet to come
    expect(drawn.map((one) => mean(one[0]))).toEqual([2_500_000, 2_500_000, 5_000_000]);
  });

  test("an accelerator makes an uncertain year cost more than its mean would", () => {
    const costOf = (deviation: number) => {
      const span = spanOf(6, 12, 100_000, deviation);
      const course = { span, before: [], counted: [span] };
      return mean(drawnAhead(runningAt(onePlan(doubled)), course, yearStart)[0]?.[0]);
    };
    expect(costOf(80_000)).toBeGreaterThan(costOf(0) * 1.02);
  });
});

describe("what is sold in a quarter without a quota", () => {
  const quarterly = onePlan(
    "period: quarter, target_pay: 100000, rate: {rule: marginal, tiers: [{from: 0, times: 1}, {from: 1, times: 2}]}",
  );
  /** Of 250,000 up to the third quarter; nothing is given of the fourth. */
  const running: RunningPlan = {
    ...runningAt(quarterly, []),
    assigned: (_, __, { label }) => (label === "FY26-Q4" ? null : 25_000_000),
  };
  const year = spanOf(6, 12, 400_000);

  test("costs nothing yet, and what is sold before it what it would", () => {
    const quarters = [spanOf(6, 9, 200_000), spanOf(9, 12, 200_000)];
    const counted = [...quarters, year];
    const drawn = drawnAhead(running, { span: year, before: [], counted }, yearStart);
    // 200,000 of the 250,000 for which a quarter of 100,000 is paid
    expect(drawn.map((one) => mean(one[0]))).toEqual([2_000_000, 0, 2_000_000]);
  });

  test("is told with whose quota is missing and from when on", () => {
    const told = unquotedAhead(running, year, yearStart).map(({ repId, component, period }) => [
      repId,
      component,
      period.label,
    ]);
    expect(told).toEqual([["ann", "Sales", "FY26-Q4"]]);
    expect(unquotedAhead(running, spanOf(6, 9, 200_000), yearStart)).toEqual([]);
  });

  test("needs none where the plan pays without, or doesn't count it", () => {
    for (const plan of [
      onePlan("quota: none, rate: 0.1"),
      onePlan("rate: 0.1"),
      onePlan("threshold: 0.5, rate: 0.1, where: {types: [renewal]}"),
    ])
      expect(unquotedAhead({ ...running, plan }, year, yearStart)).toEqual([]);
  });
});

describe("credits of a month that a plan treats alike", () => {
  const where = "where: {types: [new]}, target_pay: 100000, quota: 1000000, rate: target";
  const plan = onePlan(where);
  const credits = [
    creditOf(300_000, { date: "2026-03-02", type: "new" }),
    creditOf(500_000, { date: "2026-03-20", type: "New" }),
    creditOf(700_000, { date: "2026-03-05", type: "renewal" }),
    creditOf(900_000, { date: "2026-04-05", type: "new" }),
  ];

  test("are one, which pays what they do", () => {
    const merged = mergedCredits(plan, credits);
    expect(merged.map(({ date, amountCents }) => [date, amountCents])).toEqual([
      ["2026-03-20", 800_000],
      ["2026-03-05", 700_000],
      ["2026-04-05", 900_000],
    ]);
    const paid = (all: readonly Credit[]) =>
      pricePlan({ plan, credits: all }).lines.reduce(
        (sum, { amountCents }) => sum + amountCents,
        0,
      );
    expect(paid(merged)).toBe(paid(credits));
  });

  test("stay apart where a plan looks at single deals", () => {
    const capped = onePlan("quota: none, rate: 0.5, caps: {line: 1000}");
    const deals = [300_000, 400_000, 500_000].map((cents) => creditOf(cents));
    expect(mergedCredits(capped, deals)).toHaveLength(3);
    const cut = yearCredits(
      "ann",
      [part],
      [30_000_000, ...Array(11).fill(0)],
      cuttingOf(capped, yearStart),
    );
    // 300,000 in deals of 10,000, each of which pays 1,000 and no more
    expect(cut).toHaveLength(30);
    const paid = pricePlan({ plan: capped, credits: cut }).lines;
    expect(paid.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(3_000_000);
  });

  test("fall on days of a short SPIF", () => {
    const spif = onePlan("quota: none, rate: 0.1, where: {from: 2026-01-20, until: 2026-01-31}");
    const year = cuttingOf(spif, yearStart);
    const cut = yearCredits("ann", [part], [30_000_000, ...Array(11).fill(0)], year);
    const paid = pricePlan({ plan: spif, credits: cut }).lines;
    // a third of the month's
    expect(paid.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(1_000_000);
  });

  test("count as many customers as they are", () => {
    const counting = onePlan(
      "measure: new_customers, quota: none, rate: {rule: flat, per_unit: 100}",
    );
    const deals = [creditOf(300_000), creditOf(900_000), creditOf(450_000, { dealCents: 900_000 })];
    const paid = (all: readonly Credit[]) =>
      pricePlan({ plan: counting, credits: all }).lines.reduce(
        (sum, line) => sum + line.amountCents,
        0,
      );
    expect(paid(deals)).toBe(25_000);
    expect(paid(mergedCredits(counting, deals))).toBe(25_000);
  });
});
