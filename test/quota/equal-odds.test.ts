import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { equalOdds } from "../../src/quota/equal-odds.ts";
import { frontier, totalForShare } from "../../src/quota/frontier.ts";
import { boundsOf, type Carrier, type Guardrails } from "../../src/quota/guardrails.ts";
import { levelQuotas, levelTotals } from "../../src/quota/levels.ts";

const free: Guardrails = {
  leastChange: null,
  mostChange: null,
  leastToEarnings: null,
  mostToEarnings: null,
};

const carrier = (at: number, mean: number, spread = 0.4): Carrier => ({
  repId: `R${at}`,
  production: { mean, variance: (spread * mean) ** 2 },
  presence: 1,
  priorQuota: null,
  earnings: null,
  locked: null,
});

const means = [40_000_000, 90_000_000, 120_000_000, 250_000_000];
const carriers = means.map((mean, at) => carrier(at, mean, 0.2 + 0.1 * at));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const options = { total: 480_000_000, guardrails: free, unit: 100_000, currencyDigits: 2 };

/** Reps of any size, some with quotas of last year, on-target earnings, or a quota that is settled. */
const anyone = fc
  .array(
    fc.record({
      mean: fc.integer({ min: 1_000_000, max: 900_000_000 }),
      spread: fc.double({ min: 0.05, max: 1, noNaN: true }),
      presence: fc.double({ min: 0.1, max: 1, noNaN: true }),
      prior: fc.option(fc.integer({ min: 500_000, max: 900_000_000 })),
      earnings: fc.option(fc.integer({ min: 5_000_000, max: 40_000_000 })),
      isLocked: fc.boolean(),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((reps) =>
    reps.map(
      ({ mean, spread, presence, prior, earnings, isLocked }, at): Carrier => ({
        ...carrier(at, mean, spread),
        presence,
        priorQuota: prior,
        earnings,
        locked: isLocked && at % 3 === 0 ? Math.round(mean * 0.9) : null,
      }),
    ),
  );
const rails: Guardrails = {
  leastChange: -0.3,
  mostChange: 0.5,
  leastToEarnings: 1,
  mostToEarnings: 12,
};

/** A total between what the bounds allow. */
function totalWithin(reps: readonly Carrier[], share: number): number {
  const bounds = reps.map((rep) => boundsOf(rep, rails));
  const [lower, upper] = [sum(bounds.map((one) => one.lower)), sum(bounds.map((one) => one.upper))];
  return Math.round(lower + share * (Math.min(upper, lower + 2e9) - lower));
}

describe("equalOdds", () => {
  test("gives everyone the same odds but for rounding, and sums to the total", () => {
    const { quotas, odds } = equalOdds(carriers, options);
    expect(sum(quotas.map(({ quota }) => quota))).toBe(options.total);
    for (const quota of quotas) expect(quota.odds).toBeCloseTo(odds, 2);
    expect(quotas.every(({ quota }) => quota % options.unit === 0)).toBe(true);
  });

  test("sums to the cent, keeps guardrails and leaves locked quotas, whatever the reps", () => {
    fc.assert(
      fc.property(
        anyone,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(1, 100, 100_000, 1_000_000),
        (reps, share, unit) => {
          const total = totalWithin(reps, share);
          const { quotas } = equalOdds(reps, { ...options, guardrails: rails, total, unit });
          const byId = new Map(quotas.map((quota) => [quota.repId, quota.quota]));
          expect(sum([...byId.values()])).toBe(total);
          for (const rep of reps) {
            const { lower, upper } = boundsOf(rep, rails);
            const quota = byId.get(rep.repId) ?? Number.NaN;
            expect(Number.isInteger(quota)).toBe(true);
            expect(quota).toBeGreaterThanOrEqual(lower);
            expect(quota).toBeLessThanOrEqual(upper);
            if (rep.locked !== null) expect(quota).toBe(rep.locked);
          }
        },
      ),
      { seed: 52, numRuns: 300 },
    );
  });

  test("permuting reps permutes quotas", () => {
    fc.assert(
      fc.property(anyone, fc.double({ min: 0, max: 1, noNaN: true }), (reps, share) => {
        const with_ = { ...options, guardrails: rails, total: totalWithin(reps, share) };
        expect(equalOdds([...reps].reverse(), with_)).toEqual(equalOdds(reps, with_));
      }),
      { seed: 53, numRuns: 50 },
    );
  });

  test("ten times the money is ten times the quotas, to one rounding unit", () => {
    const tenfold = carriers.map((rep) => ({
      ...rep,
      production: { mean: 10 * rep.production.mean, variance: 100 * rep.production.variance },
    }));
    const once = equalOdds(carriers, options).quotas;
    const ten = equalOdds(tenfold, { ...options, total: 10 * options.total }).quotas;
    for (const [at, { quota }] of ten.entries()) {
      expect(Math.abs(quota - 10 * (once[at]?.quota ?? Number.NaN))).toBeLessThanOrEqual(
        10 * options.unit,
      );
    }
  });

  test("names who is held, and by what", () => {
    const held = carriers.map((rep, at) => (at === 3 ? { ...rep, priorQuota: 100_000_000 } : rep));
    const guardrails = { ...free, mostChange: 0.2 };
    const { quotas } = equalOdds(held, { ...options, guardrails });
    expect(quotas[3]).toMatchObject({ quota: 120_000_000, bound: "+20 % on last year" });
    expect(quotas.slice(0, 3).every(({ bound }) => bound === null)).toBe(true);
  });

  test("a bound counts for the time that the rep is there", () => {
    const half = { ...carrier(1, 1e8), presence: 0.5, priorQuota: 1e8, earnings: 1e7 };
    expect(boundsOf(half, { ...free, mostChange: 0.1, leastToEarnings: 4 })).toMatchObject({
      lower: 20_000_000,
      upper: 55_000_000,
    });
  });
});

describe("what can't be met is told", () => {
  const failing = (reps: readonly Carrier[], part: Partial<typeof options>) => () =>
    equalOdds(reps, { ...options, ...part });
  const locked = carriers.map((rep) => ({ ...rep, locked: 200_000_000 }));

  test("a target below the sum of locked quotas", () => {
    expect(failing(locked, {})).toThrow("target below the sum of locked quotas: 4.8 M");
  });

  test("floors and ceilings beyond the total, by name", () => {
    const prior = carriers.map((rep) => ({ ...rep, priorQuota: 200_000_000 }));
    const floors = { guardrails: { ...free, leastChange: -0.1 } };
    expect(failing(prior, floors)).toThrow("floors above the target: 7.2 M against 4.8 M");
    const ceilings = { guardrails: { ...free, mostChange: -0.5 } };
    expect(failing(prior, ceilings)).toThrow("ceilings below the target: 4.0 M against 4.8 M");
  });

  test("nobody to carry it", () => {
    expect(failing([], {})).toThrow("no rep to carry the target: 4.8 M");
  });
});

describe("the frontier", () => {
  test("falls: a higher total leaves fewer at quota", () => {
    const points = frontier(carriers, free);
    for (const [at, point] of points.entries()) {
      const before = points[at - 1];
      if (!before) continue;
      expect(point.total).toBeGreaterThan(before.total);
      expect(point.share).toBeLessThan(before.share);
    }
  });

  test("the total that meets an aim has it as the odds of everyone", () => {
    const total = totalForShare(carriers, free, 0.65) ?? Number.NaN;
    const { odds } = equalOdds(carriers, { ...options, total, unit: 1 });
    expect(odds).toBeCloseTo(0.65, 6);
  });

  test("an aim that locked quotas keep out of reach has no total", () => {
    const locked = carriers.map((rep) => ({ ...rep, locked: 3 * rep.production.mean }));
    expect(totalForShare(locked, free, 0.65)).toBeNull();
  });
});

describe("levels", () => {
  test("each exceeds the one above by its buffer, and its quotas sum to it", () => {
    const totals = levelTotals(1_000_000, { region: 0, team: 0.02, rep: 0.05 });
    expect(totals).toEqual({
      company: 1_000_000,
      region: 1_000_000,
      team: 1_020_000,
      rep: 1_071_000,
    });
    const members = [
      { quota: 300_000, team: "B" },
      { quota: 471_000, team: "A" },
      { quota: 300_000, team: "B" },
    ];
    const teams = levelQuotas(members, ({ team }) => team, totals.team);
    expect(teams.map(({ group }) => group)).toEqual(["A", "B"]);
    expect(sum(teams.map(({ quota }) => quota))).toBe(totals.team);
    expect(teams[0]?.quota).toBe(Math.round((1_020_000 * 471) / 1071));
  });
});
