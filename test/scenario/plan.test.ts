import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffPlans } from "../../src/scenario/diff.ts";
import { hiresNeeded } from "../../src/scenario/hires-needed.ts";
import { type Plan, planOf } from "../../src/scenario/plan.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";
import { planBase } from "./base.ts";

const base = planBase();
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const plain = planOf(base, {});
const company = (plan: Plan) => {
  const [group] = plan.groups;
  if (!group) throw new Error("no company");
  return group;
};
const one = (plan: Plan, repId: string) => plan.reps.find((rep) => rep.repId === repId);

describe("planOf", () => {
  test("sums at every level, and each rep's year over quarters and months", () => {
    const { totals, reps, groups } = plain;
    expect(totals.company).toBe(Math.round((base.forecast ?? 0) * 1.1));
    expect(sum(reps.map(({ quota }) => quota))).toBe(totals.rep);
    const level = (name: string) => sum(groups.filter((g) => g.level === name).map((g) => g.quota));
    expect(level("region")).toBe(totals.region);
    expect(level("team")).toBe(totals.team);
    for (const { parts, quota } of reps) {
      const of = (period: string) => parts.filter((part) => part.period === period);
      expect(sum(of("quarter").map((part) => part.quota))).toBe(quota);
      expect(sum(of("month").map((part) => part.quota))).toBe(quota);
      for (const [q, quarter] of of("quarter").entries())
        expect(
          sum(
            of("month")
              .slice(3 * q, 3 * q + 3)
              .map((part) => part.quota),
          ),
        ).toBe(quarter.quota);
    }
    expect(sum(plain.capacity.map(({ deployed }) => deployed))).toBe(totals.rep);
    expect(sum(plain.capacity.map(({ target }) => target))).toBe(totals.company);
  });

  test("is the same over a base that went through JSON, as it does to the page", () => {
    const scenario: ScenarioEntry = { growth: 0.05, attrition: 0.1, market: [{ change: -0.1 }] };
    const sent = JSON.parse(JSON.stringify(base)) as typeof base;
    expect(planOf(sent, scenario)).toEqual(planOf(base, scenario));
    expect(JSON.stringify(planOf(base, scenario))).toBe(JSON.stringify(planOf(sent, scenario)));
  });

  test("a share at quota asked for is the share that the quotas have", () => {
    const plan = planOf(base, { share_at_quota: 0.65 });
    expect(plan.shareAtQuota).toBeCloseTo(0.65, 2);
    expect(plan.aimed).toBeCloseTo(plan.totals.rep, -3);
  });

  test("the chance of the target is that of the drawn years", () => {
    const low = planOf(base, { growth: -0.5 });
    const high = planOf(base, { growth: 1 });
    expect(company(low).odds).toBeGreaterThan(0.98);
    expect(company(high).odds).toBeLessThan(0.02);
  });

  test("a market that shrinks lowers bookings by as much, from its month on", () => {
    const shocked = planOf(base, { market: [{ change: -0.2 }] });
    expect(company(shocked).expected / company(plain).expected).toBeCloseTo(0.8, 6);
    const later = planOf(base, { market: [{ change: -0.2, from: "2027-08" }] });
    expect(later.capacity[5]?.capacity).toBe(plain.capacity[5]?.capacity);
    expect((later.capacity[6]?.capacity ?? 0) / (plain.capacity[6]?.capacity ?? 0)).toBeCloseTo(
      0.8,
      6,
    );
    const team = planOf(base, { market: [{ change: -0.2, team: "Team 1" }] });
    expect(one(team, "rep-000")?.production).toEqual(one(plain, "rep-000")?.production);
    expect(one(team, "rep-001")?.production.mean).toBeLessThan(
      one(plain, "rep-001")?.production.mean ?? 0,
    );
  });

  test("hires ramp from their month on, and carry a quota for it", () => {
    const hires = [{ month: "2027-05", team: "Team 0", role: "account_executive", count: 2 }];
    const plan = planOf(base, { hires });
    const hired = plan.reps.filter(({ isHire }) => isHire);
    expect(hired.map(({ repId, teamId }) => [repId, teamId])).toEqual([
      ["hire 1, Team 0", "Team 0"],
      ["hire 2, Team 0", "Team 0"],
    ]);
    expect(
      hired[0]?.parts.find(({ period, place }) => period === "month" && place === 2)?.quota,
    ).toBe(0);
    expect(hired[0]?.production.mean).toBeLessThan(9 * 5_000_000);
    expect(plan.capacity[2]?.headcount).toBe(24);
    expect(plan.capacity[3]?.headcount).toBe(26);
    expect(company(plan).expected).toBeGreaterThan(company(plain).expected);
  });

  test("a leaver books and carries nothing from the month on", () => {
    const plan = planOf(base, { leavers: [{ person: "rep-000", month: "2027-08" }] });
    const months = one(plan, "rep-000")?.parts.filter(({ period }) => period === "month") ?? [];
    expect(months.slice(6).every(({ quota }) => quota === 0)).toBe(true);
    expect(months.slice(0, 6).some(({ quota }) => quota > 0)).toBe(true);
    const gone = planOf(base, { leavers: [{ person: "rep-000", month: "2027-02" }] });
    expect(one(gone, "rep-000")).toBeUndefined();
  });

  test("accounts take their part of bookings along, and all together stay the same", () => {
    const plan = planOf(base, { territory_moves: [{ account: "rep-000-0", to: "rep-004" }] });
    const [from, to] = [one(plan, "rep-000"), one(plan, "rep-004")];
    const before = one(plain, "rep-000")?.production.mean ?? 0;
    expect(from?.production.mean).toBeCloseTo(0.6 * before, 3);
    expect(to?.production.mean).toBeCloseTo(
      (one(plain, "rep-004")?.production.mean ?? 0) + 0.4 * before,
      3,
    );
    expect(company(plan).expected).toBe(company(plain).expected);
  });

  test("a season of one's own moves bookings between quarters", () => {
    const plan = planOf(base, { seasonality: [0.1, 0.2, 0.3, 0.4] });
    const quarter = (q: number) =>
      sum(plan.capacity.slice(3 * q, 3 * q + 3).map(({ capacity }) => capacity));
    expect(quarter(0) / sum(plan.capacity.map(({ capacity }) => capacity))).toBeCloseTo(0.1, 2);
    expect(quarter(3) / quarter(1)).toBeCloseTo(2, 1);
  });

  test("attrition lowers capacity and the chance of the target, not the odds of who stays", () => {
    const plan = planOf(base, { attrition: 0.3 });
    expect(plan.odds).toBe(plain.odds);
    expect(company(plan).odds).toBeLessThan(company(plain).odds);
    expect(plan.capacity[11]?.capacity).toBeLessThan(plain.capacity[11]?.capacity ?? 0);
  });

  test("locked quotas, guardrails and sums hold in any scenario", () => {
    const scenario = fc.record({
      growth: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      over_assignment: fc.record({ rep: fc.double({ min: -0.1, max: 0.2, noNaN: true }) }),
      locked: fc.constantFrom({}, { "rep-000": 400_000 }, { "rep-001": 700_000.55 }),
      market: fc.array(fc.record({ change: fc.double({ min: -0.5, max: 0.5, noNaN: true }) }), {
        maxLength: 2,
      }),
      attrition: fc.double({ min: 0, max: 0.5, noNaN: true }),
      round_to: fc.constantFrom(1, 500, 1000),
    });
    fc.assert(
      fc.property(scenario, (entry: ScenarioEntry) => {
        const plan = planOf(base, entry);
        expect(sum(plan.reps.map(({ quota }) => quota))).toBe(plan.totals.rep);
        for (const [person, amount] of Object.entries(entry.locked ?? {}))
          expect(one(plan, person)?.quota).toBe(Math.round(100 * amount));
      }),
      { seed: 54, numRuns: 60 },
    );
  });
});

describe("what a scenario can't have is told", () => {
  test.each<[ScenarioEntry, string]>([
    [
      { hires: [{ month: "2027-01", team: "Team 0", role: "account_executive", count: 1 }] },
      "hire before the year starts: 2027-01",
    ],
    [
      { hires: [{ month: "2028-02", team: "Team 0", role: "account_executive", count: 1 }] },
      "hire after the year ends: 2028-02",
    ],
    [
      { hires: [{ month: "2027-03", team: "Team 9", role: "account_executive", count: 1 }] },
      "unknown team: Team 9",
    ],
    [
      { hires: [{ month: "2027-03", team: "Team 1", role: "account_exec", count: 1 }] },
      "unknown role: account_exec",
    ],
    [
      {
        territory_moves: [
          { account: "rep-000-0", to: "rep-001" },
          { account: "rep-000-0", to: "rep-002" },
        ],
      },
      "account moved twice: rep-000-0",
    ],
    [
      {
        leavers: [{ person: "rep-001", month: "2027-04" }],
        territory_moves: [{ account: "rep-000-0", to: "rep-001", month: "2027-06" }],
      },
      "account moved to somebody who isn't there: rep-001",
    ],
    [{ market: [{ change: -0.1, from: "2031-01" }] }, "market change after the year ends: 2031-01"],
    [{ leavers: [{ person: "rep-001", month: "2031-01" }] }, "leaver after the year ends: 2031-01"],
    [{ leavers: [{ person: "rep-999", month: "2027-03" }] }, "unknown person: rep-999"],
    [{ locked: { nobody: 5 } }, "unknown person: nobody"],
    [{ year: "FY29" }, "scenario of another year: FY29"],
    [{ territory_moves: [{ account: "A", to: "rep-001" }] }, "unknown account: A"],
    [{ target: 100, locked: { "rep-001": 5_000 } }, "target below the sum of locked quotas: 105"],
  ])("%j", (entry, message) => {
    expect(() => planOf(base, entry)).toThrow(message);
  });
});

test("a difference tells every level and rep, and who is new or gone", () => {
  const hires = [{ month: "2027-05", team: "Team 0", role: "account_executive", count: 1 }];
  const leavers = [{ person: "rep-003", month: "2027-02" }];
  const { changes, capacity } = diffPlans(plain, planOf(base, { hires, leavers }));
  const change = (id: string) => changes.find((one_) => one_.id === id);
  expect(change("Acme")?.reps).toEqual({ from: 24, to: 24 });
  expect(change("hire 1, Team 0")?.quota.from).toBeNull();
  expect(change("rep-003")?.quota.to).toBeNull();
  expect(capacity.from).toBe(sum(plain.capacity.map((month) => month.capacity)));
  expect(changes).toHaveLength(1 + 2 + 4 + 25);
});

describe("hires needed", () => {
  const needed = hiresNeeded(base, plain.totals.company);
  const hires = (from: number, probability: number) =>
    needed.find((one_) => one_.from === from && one_.probability === probability)?.hires ?? 0;

  test("are more the surer the target is to be, and the later they come", () => {
    expect(hires(0, 0.9)).toBeGreaterThan(hires(0, 0.5));
    expect(hires(6, 0.8)).toBeGreaterThan(hires(0, 0.8));
  });

  test("make the target as likely in the drawn years as they say", () => {
    const count = hires(0, 0.8);
    const hired = [{ month: "2027-02", team: "Team 0", role: "account_executive", count }];
    const target = plain.totals.company / 100;
    expect(company(planOf(base, { target, hires: hired })).odds).toBeGreaterThan(0.74);
    expect(company(planOf(base, { target, hires: hired })).odds).toBeLessThan(0.9);
  });

  test("are none where the target is sure without", () => {
    expect(hiresNeeded(base, 1).every((one_) => one_.hires === 0)).toBe(true);
    expect(hiresNeeded(base, 1e15).every((one_) => one_.hires === null)).toBe(true);
  });
});
