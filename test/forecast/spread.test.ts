import { describe, expect, test } from "vitest";
import { calibrateRanges, type OutlookScore } from "../../src/forecast/calibration.ts";
import { errorPaths, spreadOf } from "../../src/forecast/error-paths.ts";
import type { Entity } from "../../src/forecast/hierarchy.ts";
import type { Outlook } from "../../src/forecast/outlook.ts";

const rest = { lead: 0, factor: 1 };

describe("errorPaths", () => {
  test("go on where they end as the nearest longer one did", () => {
    const [long, low, short] = errorPaths(
      [
        [1, 2, 3],
        [5, 6, 7],
        [4.5, 5.9],
      ].toSorted(() => 0),
    );
    expect(long?.slice(0, 3)).toEqual(Float64Array.from([1, 2, 3]));
    expect(low?.slice(0, 3)).toEqual(Float64Array.from([5, 6, 7]));
    expect(short?.slice(0, 3)).toEqual(Float64Array.from([4.5, 5.9, 7]));
  });

  test("are assumed where nothing is known: months scatter about a level that errs, too", () => {
    const paths = errorPaths([]);
    const month = spreadOf(paths, { first: 1, last: 1, rest });
    const year = spreadOf(paths, { first: 1, last: 12, rest });
    expect(month.above).toBeGreaterThan(0.5);
    expect(month.above).toBeLessThan(2);
    // twelve independent months would reach √12 = 3.5 times as far, equal ones 12 times
    expect(year.above / month.above).toBeGreaterThan(3.5);
    expect(year.above / month.above).toBeLessThan(12);
  });
});

describe("spreadOf", () => {
  test("adds the months of one path, so that misses of one sign don't cancel", () => {
    const together = errorPaths([1, -1, 0.5, -0.5].map((e) => Array<number>(24).fill(e)));
    const one = spreadOf(together, { first: 1, last: 1, rest });
    const three = spreadOf(together, { first: 1, last: 3, rest });
    expect(three.above / one.above).toBeCloseTo(3, 9);
  });

  test("is skewed as the errors are", () => {
    const paths = errorPaths(Array.from({ length: 100 }, (_, k) => [0, k < 80 ? -1 : 4]));
    const { below, above } = spreadOf(paths, { first: 1, last: 1, rest });
    expect(above / below).toBeCloseTo(4, 6);
  });
});

describe("calibrateRanges", () => {
  const entity = { entityType: "team", entityId: "North", since: "2020-01-01" } as const;
  const entities: Entity[] = [{ ...entity, cells: [], sellers: [] }];
  const outlook: Outlook = {
    entity: 0,
    model: "combination",
    period: "quarter",
    periodStart: "2026-05-01",
    horizon: 0,
    place: 0,
    first: 24,
    last: 26,
    done: 0,
    mean: 1000,
    spread: { below: 100, above: 100 },
    floor: 0,
  };
  const scores = (size: number, n: number, pool = "total quarter 0"): OutlookScore[] =>
    Array.from({ length: n }, (_, k) => ({
      entityType: "team",
      pool,
      place: 0,
      score: (size * (k + 0.5)) / n,
    }));

  test("reaches further in a month of the quarter whose scores are larger", () => {
    const months = [0, 1, 2].flatMap((place) =>
      scores(place + 1, 200, "total month 0").map((one) => ({ ...one, place })),
    );
    const { factor } = calibrateRanges(months, entities);
    const at = (place: number) => factor({ ...outlook, period: "month", place }, 0.8);
    // 80 % of scores uniform to 1, 2 and 3
    for (const place of [0, 1, 2]) expect(at(place)).toBeCloseTo(0.8 * (place + 1), 0);
    expect(at(2) / at(0)).toBeGreaterThan(2.5);
  });

  test("reaches as far as the scores did: 80 % of scores uniform to 2 lie under 1.6", () => {
    const { factor, count } = calibrateRanges(scores(2, 200), entities);
    expect(factor(outlook, 0.8)).toBeCloseTo(1.6, 1);
    expect(count(outlook)).toBe(200);
  });

  test("judges sums of a grain and distance by their own", () => {
    const { factor, count } = calibrateRanges(scores(9, 200, "total month 0"), entities);
    // R: qt(0.9, 5) = 1.475884
    expect(factor(outlook, 0.8)).toBeCloseTo(1.475884, 5);
    expect(count(outlook)).toBe(0);
  });
});
