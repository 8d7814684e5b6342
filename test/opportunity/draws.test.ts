import { describe, expect, test } from "vitest";
import {
  type ChancedDeals,
  type DrawOptions,
  drawBookings,
} from "../../src/opportunity/draws/draw.ts";
import { hashOf } from "../../src/statistics/random.ts";

const columns = (...deals: [id: string, cell: number, wonBy: number[]][]): ChancedDeals => ({
  hashes: Uint32Array.from(deals, ([id]) => hashOf(id)),
  cells: Int32Array.from(deals, ([, cell]) => cell),
  worth: Float64Array.from(deals, () => 1000),
  wonBy: Float32Array.from(deals.flatMap(([, , wonBy]) => wonBy)),
});
const base: DrawOptions = {
  deals: columns(["a", 0, [0.2, 0.5]], ["b", 1, [0, 1]]),
  arrivals: [{ cell: 1, month: 1, wins: 3, mean: 500, square: 260_000 }],
  months: 2,
  // entity 0 is the company, 1 and 2 are its reps
  entitiesOf: (cell) => [0, cell + 1],
  countEntities: 3,
  count: 4000,
};
const draws = drawBookings(base);
const of = ({ cents, months, count }: typeof draws, entity: number, month: number) =>
  cents.subarray((entity * months + month) * count, (entity * months + month + 1) * count);
const meanOf = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;

describe("draws of what will be booked", () => {
  test("have the means that the chances give", () => {
    expect(meanOf(of(draws, 1, 0)) / 1000).toBeCloseTo(0.2, 1);
    expect(meanOf(of(draws, 1, 1)) / 1000).toBeCloseTo(0.3, 1);
    expect(meanOf(of(draws, 2, 1)) / 2500).toBeCloseTo(1, 1);
  });

  test("of a company are the sums of its reps', draw by draw", () => {
    const sums = of(draws, 1, 1).map((cents, k) => cents + (of(draws, 2, 1)[k] ?? Number.NaN));
    expect(of(draws, 0, 1)).toEqual(sums);
  });

  test("of one deal don't move when another changes", () => {
    const changed = drawBookings({
      ...base,
      deals: columns(["b", 1, [1, 1]], ["a", 0, [0.2, 0.5]]),
    });
    expect(of(changed, 1, 1)).toEqual(of(draws, 1, 1));
    expect(of(changed, 2, 0)).not.toEqual(of(draws, 2, 0));
  });

  test("are nothing where there is nothing", () => {
    const none = drawBookings({ ...base, deals: columns(), arrivals: [] });
    expect(none.cents.every((cents) => cents === 0)).toBe(true);
  });
});
