import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mstl } from "../../pipelines/mstl.ts";
import { chanceToReach } from "../../src/forecast/chance.ts";
import { forecastBookings } from "../../src/forecast/forecast.ts";
import { forecastRows } from "../../src/forecast/forecast-rows.ts";
import { conformalScale } from "../../src/statistics/conformal.ts";
import { daysOf, lineOf, seller, simulated } from "./company.ts";

const spread = { below: 10, above: 20 };
const upTo99 = Array.from({ length: 99 }, (_, k) => k + 1);
/** The 80 % range of these scores reaches 80 units. */
const { level } = conformalScale(upTo99);

describe("the chance of an amount", () => {
  const outlook = { mean: 1000, spread, floor: 150 };

  test("at the ends of the 80 % range is 10 and 90 %, at the mean a half", () => {
    // 80 deviations: 1600 above, 800 below
    expect(chanceToReach(outlook, 2600, level)).toBeCloseTo(0.1, 12);
    expect(chanceToReach(outlook, 200, level)).toBeCloseTo(0.9, 12);
    expect(chanceToReach(outlook, 1000, level)).toBeCloseTo(0.5, 12);
  });

  test("is certain up to what is booked already, and never nil beyond it", () => {
    expect(chanceToReach(outlook, 150, level)).toBe(1);
    expect(chanceToReach(outlook, 151, level)).toBeLessThan(1);
    // beyond all of 99 scores: half of one in a hundred
    expect(chanceToReach(outlook, 1e9, level)).toBeCloseTo(0.005, 12);
  });

  test("is all or nothing where no spread is left", () => {
    const done = { mean: 1000, spread: { below: 0, above: 0 }, floor: Number.NEGATIVE_INFINITY };
    expect(chanceToReach(done, 1000, level)).toBe(1);
    expect(chanceToReach(done, 1001, level)).toBe(0);
  });

  test("never rises with the amount and is always a chance", () => {
    const scores = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 80 });
    const amounts = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2 });
    fc.assert(
      fc.property(scores, amounts, (values, asked) => {
        const scale = conformalScale(values);
        const chances = asked
          .toSorted((a, b) => a - b)
          .map((amount) => chanceToReach(outlook, amount, scale.level));
        for (const [k, chance] of chances.entries()) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(k === 0 ? 1 : (chances[k - 1] ?? Number.NaN) + 1e-12);
        }
      }),
    );
  });
});

test("of a company's outlooks it agrees with the ranges that are published", () => {
  const line = lineOf(40);
  const days = ["ann", "bob"].flatMap((repId, k) =>
    daysOf(simulated(40, k), line, { repId, segment: "Large" }),
  );
  const sellers = ["ann", "bob"].map((id) => seller(id));
  const { company, cutoffs } = forecastBookings({ company: "Acme", sellers, days, line, mstl });
  const now = [...cutoffs].find(({ cutoff, isWeekly }) => !isWeekly && cutoff.origin === 40);
  if (!now) throw new RangeError("missing cutoff");
  const rows = forecastRows(company, now.published);
  for (const [k, outlook] of now.published.outlooks.entries()) {
    const upper = rows[k]?.upper_80_cents ?? Number.NaN;
    const chance = now.published.chance(outlook, upper);
    // company, region, team and segment are one here: scores are steps that come four at a time
    expect(Math.abs(chance - 0.1)).toBeLessThan(0.04);
  }
});
