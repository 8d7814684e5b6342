import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitWeight, type Pair } from "../../../src/forecast/combined/weight.ts";

/** Occasions at shares of a quarter elapsed, each with what the two missed by. */
const pairsOf = (
  occasions: readonly (readonly [elapsed: number, pipeline: number, series: number])[],
) =>
  occasions.map(
    ([elapsed, pipeline, series], index): Pair => ({
      entity: 0,
      occasion: String(index),
      elapsed,
      pipeline: 100 + pipeline,
      series: 100 + series,
      actual: 100,
    }),
  );

const repeated = (count: number, pipeline: number, series: number) =>
  pairsOf(
    Array.from({ length: count }, (_, k) => [
      (1 + (k % 2)) / 3,
      k % 2 ? pipeline : -pipeline,
      series,
    ]),
  );

describe("the weight of the pipeline against the series", () => {
  test("is a half before any quarter is over", () => {
    const weight = fitWeight([]);
    expect([weight(-1), weight(0), weight(1)]).toEqual([0.5, 0.5, 0.5]);
  });

  test("leaves equal weights the farther, the more occasions there are", () => {
    const weights = [1, 4, 40].map((count) => fitWeight(repeated(count, 1, 10))(0.5));
    expect(weights[0]).toBeGreaterThan(0.5);
    expect(weights[1]).toBeGreaterThan(weights[0] ?? Number.NaN);
    expect(weights[2]).toBeGreaterThan(weights[1] ?? Number.NaN);
    expect(weights[0]).toBeLessThan(0.75);
  });

  test("grows over the quarter where the pipeline is right at its end and the series at its start", () => {
    const weight = fitWeight(
      pairsOf(
        Array.from({ length: 24 }, (_, k): [number, number, number] => {
          const side = k % 2 ? 1 : -1;
          return k % 4 < 2 ? [0.1, 10 * side, side] : [0.9, side, -10 * side];
        }),
      ),
    );
    expect(weight(0.1)).toBeLessThan(0.4);
    expect(weight(0.9)).toBeGreaterThan(0.6);
  });

  test("learns of quarters ahead from quarters ahead alone", () => {
    const begun = repeated(24, 1, 10);
    const ahead = begun.map((pair) => ({ ...pair, elapsed: -pair.elapsed }));
    expect(fitWeight(begun)(-0.5)).toBe(0.5);
    expect(fitWeight(ahead)(0.5)).toBe(0.5);
    expect(fitWeight([...begun, ...ahead])(-0.5)).toBeGreaterThan(0.6);
  });

  test("takes entities in units of their own errors", () => {
    const small = repeated(12, 1, 4);
    const large = small.map((pair) => ({
      ...pair,
      entity: 1,
      pipeline: 1000 * pair.pipeline,
      series: 1000 * pair.series,
      actual: 1000 * pair.actual,
    }));
    expect(fitWeight([...small, ...large])(0.5)).toBeCloseTo(fitWeight(small)(0.5), 6);
  });

  test("lies between 0 and 1, and doesn't depend on the order of pairs", () => {
    const miss = fc.double({ min: -50, max: 50, noNaN: true });
    const occasion = fc.tuple(fc.double({ min: -2, max: 1, noNaN: true }), miss, miss);
    fc.assert(
      fc.property(fc.array(occasion, { maxLength: 12 }), (occasions) => {
        const pairs = pairsOf(occasions);
        const weight = fitWeight(pairs);
        const turned = fitWeight(pairs.toReversed());
        for (const elapsed of [-1, 0, 0.5, 1]) {
          expect(weight(elapsed)).toBeGreaterThan(0);
          expect(weight(elapsed)).toBeLessThan(1);
          expect(turned(elapsed)).toBeCloseTo(weight(elapsed), 4);
        }
      }),
      { numRuns: 50 },
    );
  });
});
