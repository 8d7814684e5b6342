import { describe, expect, test } from "vitest";
import { type Simulated, simulatedSpread } from "../../../src/forecast/combined/simulated.ts";
import { spreadAbout } from "../../../src/forecast/error-paths.ts";

const count = 200;
const even = (k: number) => (k + 0.5) / count - 0.5;
const cents = new Float64Array(2 * count).map((_, k) => 1000 + 100 * even(k % count));
const simulated = (share: number, common = 0): Simulated => ({
  cutoff: { date: "2026-01-15", origin: 10, daysLeft: 16 },
  draws: { months: 2, count, cents },
  common,
  errors: {
    units: Float64Array.of(10),
    pathsOf: () => Array.from({ length: 100 }, (_, k) => Float64Array.of(k - 49.5, k - 49.5)),
    rest: { lead: 0, factor: 1 },
  },
  share: () => share,
});
const month = { period: "month", periodStart: "2026-01-01", first: 10, last: 10 } as const;
const both = { period: "quarter", periodStart: "2026-01-01", first: 9, last: 11 } as const;

describe("the spread of pipeline and series together", () => {
  test("is that of the draws about their mean where the pipeline has all the weight", () => {
    const { below, above } = simulatedSpread(simulated(1))(0, month);
    const own = spreadAbout(Float64Array.from({ length: count }, (_, k) => 100 * even(k)));
    expect(above).toBeCloseTo(own.above, 6);
    expect(below).toBeCloseTo(own.below, 6);
  });

  test("is that of the series' past errors where the pipeline has none", () => {
    const { above } = simulatedSpread(simulated(0))(0, month);
    const errors = Float64Array.from({ length: count }, (_, k) => 10 * (Math.floor(k / 2) - 49.5));
    expect(above).toBeCloseTo(spreadAbout(errors).above, 6);
  });

  test("adds up the months of a period draw by draw, those that are over left out", () => {
    // the second month's draws are the first's again
    const { above } = simulatedSpread(simulated(1))(0, both);
    expect(above).toBeCloseTo(2 * simulatedSpread(simulated(1))(0, month).above, 6);
  });

  test("grows by what all deals miss together, as much as they are expected to bring", () => {
    const own = simulatedSpread(simulated(1))(0, month);
    const { below, above } = simulatedSpread(simulated(1, 0.5))(0, month);
    // a thousand expected, half of it missed at one deviation
    expect(above).toBeGreaterThan(own.above + 300);
    expect(above).toBeLessThan(own.above + 600);
    expect(below).toBeGreaterThan(own.below + 300);
  });
});
