import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../src/calendar.ts";
import { type Deal, type Kpi, kpisOf, type TestCompany } from "./company.ts";

const reps = [
  ["ann", "east", "americas"],
  ["bob", "east", "americas"],
  ["cat", "south", "americas"],
  ["dan", "north", "emea"],
] as const;
const assignments = [
  ["ann", "east", "americas", "2025-01-01"],
  ["bob", "north", "emea", "2025-01-01"],
  ["bob", "east", "americas", "2026-02-15"],
] as const;
const additive = new Set(["bookings", "won_count", "lost_count"]);
const runs = { numRuns: 8, seed: 2 };

const dealFields = fc.record({
  rep: fc.constantFrom("ann", "bob", "cat", "dan", "ghost"),
  segment: fc.constantFrom("small", "large", null),
  status: fc.constantFrom("won" as const, "lost" as const, "open" as const),
  amount: fc.option(fc.integer({ min: -500, max: 10_000_000 }), { freq: 6 }),
  age: fc.integer({ min: 0, max: 500 }),
  length: fc.integer({ min: -3, max: 200 }),
  products: fc.subarray(["ink", "paper", "toner"]),
});

const company = fc.array(dealFields, { minLength: 1, maxLength: 40 }).map((rows): TestCompany => {
  const deals = rows.map(({ age, length, products, ...deal }, index): Deal => {
    const closed = addDays("2026-07-15", -age);
    return { id: `d${index}`, ...deal, closed, created: addDays(closed, -length) };
  });
  const lines = rows.flatMap((row, index) =>
    row.products.map((product, place) => [`d${index}`, product, place * 70] as const),
  );
  return { deals, lines, reps, assignments, asOf: "2026-07-15", minCell: 3 };
});

describe("over random companies", () => {
  test("the order of rows changes nothing", async () => {
    const shuffled = company.chain((one) =>
      fc
        .shuffledSubarray([...one.deals], { minLength: one.deals.length })
        .map((deals) => [one, { ...one, deals }] as const),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([one, other]) => {
        expect(await kpisOf(other)).toEqual(await kpisOf(one));
      }),
      runs,
    );
  });

  test("leaves sum to the company in every period and view, and months to quarters and years", async () => {
    await fc.assert(
      fc.asyncProperty(company, async (one) => {
        const kpis = await kpisOf(one);
        const byType = sumBy(kpis, (kpi) => kpi.entity_type, placeOf);
        for (const type of ["rep", "team", "region", "segment"]) {
          expect(byType.get(type)).toEqual(byType.get("company"));
        }
        const byGrain = sumBy(kpis, (kpi) => kpi.period, yearOf);
        expect(byGrain.get("quarter")).toEqual(byGrain.get("month"));
        expect(byGrain.get("year")).toEqual(byGrain.get("month"));
      }),
      runs,
    );
  });

  test("products sum to the company's bookings, where deals have lines at all", async () => {
    const lined = company.filter((one) => (one.lines ?? []).length > 0);
    await fc.assert(
      fc.asyncProperty(lined, async (one) => {
        const kpis = (await kpisOf(one)).filter((kpi) => kpi.metric === "bookings");
        const sums = sumBy(kpis, (kpi) => kpi.entity_type, placeOf);
        expect(sums.get("product")).toEqual(sums.get("company"));
      }),
      runs,
    );
  });

  test("rates lie between 0 and 1, and whatever is null is absent", async () => {
    const priced = company.map((one) => ({
      ...one,
      deals: one.deals.map((deal) => ({ ...deal, amount: Math.abs(deal.amount ?? 1) })),
    }));
    await fc.assert(
      fc.asyncProperty(priced, async (one) => {
        for (const kpi of await kpisOf(one)) {
          expect(kpi.value === null).toBe(kpi.status === "absent");
          if (!kpi.metric.startsWith("win_rate") || kpi.value === null) continue;
          expect(kpi.value).toBeGreaterThanOrEqual(0);
          expect(kpi.value).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });
});

const placeOf = (kpi: Kpi) => `${kpi.metric} ${kpi.view} ${kpi.period} ${kpi.period_start}`;
const yearOf = (kpi: Kpi) =>
  `${kpi.metric} ${kpi.entity_type} ${kpi.entity_id} ${kpi.view} ${kpi.period_start.slice(0, 4)}`;

/** Sums of additive metrics other than zero, by group and then by key. */
function sumBy(kpis: readonly Kpi[], group: (kpi: Kpi) => string, key: (kpi: Kpi) => string) {
  const groups = new Map<string, Map<string, number>>();
  for (const kpi of kpis) {
    if (!additive.has(kpi.metric) || kpi.value === null || kpi.value === 0) continue;
    const sums = groups.get(group(kpi)) ?? new Map<string, number>();
    groups.set(group(kpi), sums.set(key(kpi), (sums.get(key(kpi)) ?? 0) + kpi.value));
  }
  return groups;
}
