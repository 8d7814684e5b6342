import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../src/calendar.ts";
import type { Activity, Deal, Kpi, Lead, TestCompany, Version } from "./company.ts";
import { kpisOf } from "./company.ts";

const reps = [
  ["ann", "east", "americas"],
  ["bob", "east", "americas"],
  ["cat", "south", "americas"],
] as const;
const assignments = [
  ["ann", "east", "americas", "2025-01-01"],
  ["bob", "south", "americas", "2025-01-01"],
  ["bob", "east", "americas", "2026-02-15"],
] as const;
const asOf = "2026-07-15";

const dealFields = fc.record({
  rep: fc.constantFrom("ann", "bob", "cat", "ghost"),
  segment: fc.constantFrom("small", "large", null),
  path: fc.array(fc.constantFrom("A", "B", "C", "D"), { minLength: 1, maxLength: 5 }),
  ending: fc.constantFrom("won" as const, "lost" as const, "open" as const),
  age: fc.integer({ min: 0, max: 500 }),
  step: fc.integer({ min: 1, max: 40 }),
  quantity: fc.nat(50),
  kinds: fc.array(fc.constantFrom("call", "email", "other"), { maxLength: 3 }),
});

/** A company whose deals walk through stages, with lines, activities and a lead each. */
const company = fc.array(dealFields, { minLength: 1, maxLength: 20 }).map((rows): TestCompany => {
  const walks = rows.map((row, index) => ({ ...row, id: `d${index}`, ...walkOf(row) }));
  return {
    deals: walks.map(
      ({ id, rep, segment, created, closed, status }): Deal => ({
        id,
        rep,
        segment,
        status,
        amount: 100,
        created,
        closed,
      }),
    ),
    versions: walks.flatMap(({ id, visits }) =>
      visits.map(([on, stage]): Version => ({ deal: id, on, stage, closes: on, amount: 100 })),
    ),
    lines: walks.map(({ id, quantity }) => [id, "ink", 100, quantity] as const),
    activities: walks.flatMap(({ id, rep, created, kinds }) =>
      kinds.map((kind, day): Activity => [kind, addDays(created, day), rep, id]),
    ),
    leads: walks.map(
      ({ id, rep, created }): Lead => ({ id, rep, created, converted: created, deal: id }),
    ),
    reps,
    assignments,
    asOf,
  };
});

type DealFields = typeof dealFields extends fc.Arbitrary<infer Row> ? Row : never;

/** The visits of a deal up to the as-of date; one that ends later is still open. */
function walkOf({ path, ending, age, step }: DealFields) {
  const created = addDays(asOf, -age);
  const on = (place: number) => addDays(created, place * step);
  const last = ending === "won" ? "Won" : ending === "lost" ? "Lost" : undefined;
  const all = [...path, ...(last === undefined ? [] : [last])];
  const visits = all.map((stage, place) => [on(place), stage] as const);
  const told = visits.filter(([day]) => day <= asOf);
  const isDecided = last !== undefined && on(path.length) <= asOf;
  const closed = isDecided ? on(path.length) : "2026-12-31";
  return { created, closed, status: isDecided ? ending : ("open" as const), visits: told };
}

const ofReps = ["win_rate_created", "stage_conversion", "stage_days", "units_sold"];
const ofOwners = [...ofReps, "activity_count", "lead_conversion", "lead_to_won"];
const runs = { numRuns: 5, seed: 5 };

test("what reps, teams, regions and segments did sums to what the company did", async () => {
  await fc.assert(
    fc.asyncProperty(company, async (one) => {
      const kpis = await kpisOf(one);
      const sums = (type: string, metrics: readonly string[]) => sumsOf(kpis, type, metrics);
      for (const type of ["rep", "team", "region"]) {
        expect(sums(type, ofOwners)).toEqual(sums("company", ofOwners));
      }
      expect(sums("segment", ofReps)).toEqual(sums("company", ofReps));
    }),
    runs,
  );
});

test("the order of versions, leads and activities changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(company, async (one) => {
      const turned: TestCompany = {
        ...one,
        deals: one.deals.toReversed(),
        leads: (one.leads ?? []).toReversed(),
        activities: (one.activities ?? []).toReversed(),
      };
      expect(await kpisOf(turned)).toEqual(await kpisOf(one));
    }),
    runs,
  );
});

test("rates of parts lie between 0 and 1", async () => {
  const rates = new Set([...ofOwners.slice(0, 2), "open_share_created", "loss_share_count"]);
  await fc.assert(
    fc.asyncProperty(company, async (one) => {
      for (const { metric, value } of await kpisOf(one)) {
        if (!rates.has(metric) || value === null) continue;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

/** Numerators and samples by metric, breakdown, view and period, summed over the entities of a type. */
function sumsOf(kpis: readonly Kpi[], type: string, metrics: readonly string[]) {
  const sums = new Map<string, number>();
  for (const kpi of kpis) {
    if (kpi.entity_type !== type || !metrics.includes(kpi.metric)) continue;
    const key = [kpi.metric, kpi.breakdown, kpi.view, kpi.period, kpi.period_start].join(" ");
    add(sums, `${key} numerator`, kpi.numerator ?? Number.NaN);
    add(sums, `${key} n`, kpi.n);
  }
  return new Map([...sums].filter(([, total]) => total !== 0).toSorted());
}

const add = (sums: Map<string, number>, key: string, value: number) =>
  sums.set(key, (sums.get(key) ?? 0) + value);
