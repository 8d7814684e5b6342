import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../../src/simulation/random.ts";
import { type AgeCount, cumulativeIncidence } from "../../src/statistics/competing-risks.ts";

const at = (age: number, events: number, competing = 0, censored = 0): AgeCount => ({
  age,
  events,
  competing,
  censored,
});

const anyCounts = (censored: fc.Arbitrary<number>) =>
  fc.uniqueArray(
    fc.record({ age: fc.nat(500), events: fc.nat(20), competing: fc.nat(20), censored }),
    { selector: (count) => count.age, minLength: 1, maxLength: 30 },
  );

describe("cumulativeIncidence", () => {
  // five deals: won after 1, open at 2, lost after 3, won after 4, open at 5; by hand
  // F(1) = 1/5; S(3) = 4/5 · 2/3; F(4) = 1/5 + S(3)/2 = 1/5 + 4/15
  const five = [at(1, 1), at(2, 0, 0, 1), at(3, 0, 1), at(4, 1), at(5, 0, 0, 1)];

  test("weighs each age by the share that is left and at risk", () => {
    const points = cumulativeIncidence(five);
    expect(points.map((point) => point.atRisk)).toEqual([5, 4, 3, 2, 1]);
    expect(points.map((point) => point.incidence)).toEqual([
      0.2,
      0.2,
      0.2,
      expect.closeTo(7 / 15, 12),
      expect.closeTo(7 / 15, 12),
    ]);
    expect(points[2]?.competingIncidence).toBeCloseTo(4 / 15, 12);
  });

  test("stays under one minus Kaplan–Meier, which takes losses for censored", () => {
    // 1 − 4/5 · 1/2 = 0.6 at age 4
    const kaplanMeier = cumulativeIncidence(
      five.map((count) => ({ ...count, competing: 0, censored: count.censored + count.competing })),
    );
    expect(kaplanMeier[3]?.incidence).toBeCloseTo(0.6, 12);
    expect(cumulativeIncidence(five)[3]?.incidence).toBeLessThan(0.6);
  });

  test("equals the plain fraction and its binomial variance where nobody is censored", () => {
    fc.assert(
      fc.property(anyCounts(fc.constant(0)), (counts) => {
        const n = counts.reduce((sum, { events, competing }) => sum + events + competing, 0);
        fc.pre(n > 0);
        for (const point of cumulativeIncidence(counts)) {
          const upTo = counts.filter(({ age }) => age <= point.age);
          const share = upTo.reduce((sum, { events }) => sum + events, 0) / n;
          const lost = upTo.reduce((sum, { competing }) => sum + competing, 0) / n;
          expect(point.incidence).toBeCloseTo(share, 9);
          expect(point.competingIncidence).toBeCloseTo(lost, 9);
          expect(point.variance).toBeCloseTo((share * (1 - share)) / n, 9);
        }
      }),
      { seed: 3 },
    );
  });

  test("never falls, leaves no more than all, and lies within its interval", () => {
    fc.assert(
      fc.property(anyCounts(fc.nat(20)), (counts) => {
        let before = 0;
        for (const point of cumulativeIncidence(counts)) {
          if (point.atRisk === 0) continue;
          expect(point.incidence).toBeGreaterThanOrEqual(before);
          expect(point.incidence + point.competingIncidence).toBeLessThanOrEqual(1 + 1e-9);
          expect(point.lower).toBeLessThanOrEqual(point.incidence);
          expect(point.upper).toBeGreaterThanOrEqual(point.incidence);
          expect(point.lower).toBeGreaterThanOrEqual(0);
          expect(point.upper).toBeLessThanOrEqual(1);
          before = point.incidence;
        }
      }),
      { seed: 4 },
    );
  });

  test("the order of ages changes nothing", () => {
    expect(cumulativeIncidence(five.toReversed())).toEqual(cumulativeIncidence(five));
  });

  // F = 0.5, n = 10, variance 0.025: width 1.959964 · 0.158114 / (0.5 · ln 2) = 0.894172,
  // 0.5^e^0.894172 and 0.5^e^−0.894172
  test("bounds a half of ten by the interval on the scale log(−log F)", () => {
    const [point] = cumulativeIncidence([at(1, 5, 5)]);
    expect(point?.lower).toBeCloseTo(0.1836, 4);
    expect(point?.upper).toBeCloseTo(0.7532, 4);
  });

  // Clopper and Pearson 1934: 1 − 0.025^(1/10) = 0.30850
  test("none of ten may still be three in ten", () => {
    const [point] = cumulativeIncidence([at(1, 0, 0, 10)]);
    expect(point).toMatchObject({ incidence: 0, lower: 0, upper: expect.closeTo(0.3085, 4) });
  });

  test("the interval covers the truth about as often as it says", () => {
    // winning and losing at constant hazards 0.02 and 0.03 a day, seen for 40 days:
    // F(40) = 0.4 · (1 − e^(−0.05·40)); 400 samples of 150, each deal censored at random
    const truth = 0.4 * (1 - Math.exp(-2));
    const random = createRandom(7, "competing risks");
    const covered = Array.from({ length: 400 }, () => {
      const last = cumulativeIncidence(sampled(random, 150)).findLast(({ age }) => age <= 40);
      return last !== undefined && last.lower <= truth && truth <= last.upper ? 1 : 0;
    });
    const share = covered.reduce<number>((sum, hit) => sum + hit, 0) / covered.length;
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.98);
  });
});

/** Ages at a hundredth of a day, so that rounding moves nothing. */
function sampled(random: Random, size: number): AgeCount[] {
  const counts = new Map<number, AgeCount>();
  for (let deal = 0; deal < size; deal += 1) {
    const decided = -Math.log(1 - random()) / 0.05;
    const isEvent = random() < 0.4;
    const seen = 20 + 60 * random();
    const age = Math.ceil(Math.min(decided, seen) * 100) / 100;
    const before = counts.get(age) ?? at(age, 0);
    const kind = decided > seen ? "censored" : isEvent ? "events" : "competing";
    counts.set(age, { ...before, [kind]: before[kind] + 1 });
  }
  return [...counts.values()];
}
