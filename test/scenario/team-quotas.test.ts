import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planOf } from "../../src/scenario/plan.ts";
import { planBase } from "./base.ts";

const base = planBase();
const plain = planOf(base, {});
const team = (plan: typeof plain, id: string) => plan.groups.find((group) => group.id === id);

describe("a team whose quota is settled", () => {
  test("has it, with equal odds among its reps and among all others, and sums hold", () => {
    const settled = (team(plain, "Team 1")?.quota ?? 0) / 100 + 300_000;
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 400 }), (thousands) => {
        const amount = Math.round(settled + thousands * 1000);
        const plan = planOf(base, { locked_teams: { "Team 1": amount } });
        expect(Math.abs((team(plan, "Team 1")?.quota ?? 0) - amount * 100)).toBeLessThanOrEqual(1);
        expect(plan.reps.reduce((sum, { quota }) => sum + quota, 0)).toBe(plan.totals.rep);
        const own = plan.reps.filter(({ teamId }) => teamId === "Team 1");
        const others = plan.reps.filter(({ teamId }) => teamId !== "Team 1");
        for (const reps of [own, others]) {
          const odds = reps.map((rep) => rep.odds);
          expect(Math.max(...odds) - Math.min(...odds)).toBeLessThan(0.02);
        }
      }),
      { seed: 73, numRuns: 30 },
    );
  });

  test("may not be beyond the target, nor without reps", () => {
    expect(() =>
      planOf(base, { target: 1_000_000, locked_teams: { "Team 1": 2_000_000 } }),
    ).toThrow("target below the sum of locked quotas");
    const leavers = base.year.sellers
      .filter(({ teamId }) => teamId === "Team 1")
      .map(({ repId }) => ({ person: repId, month: "2027-02" }));
    expect(() => planOf(base, { leavers, locked_teams: { "Team 1": 5 } })).toThrow(
      "team with a quota and no reps: Team 1",
    );
  });
});
