import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conversion } from "../../src/opportunity/arrival/conversion.ts";
import { arrivalOutlook, type KindHistory } from "../../src/opportunity/arrival/outlook.ts";
import { quarterPace, quarterWeeks } from "../../src/opportunity/arrival/pace.ts";
import { arrivalRate } from "../../src/opportunity/arrival/rate.ts";

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("the chance of a new deal by age", () => {
  test("is the Aalen–Johansen incidence where the kind is all there is", () => {
    // by hand: of 10, 2 won and 3 lost in week 0, 1 left open; of the 4 left 1 won in week 1:
    // the prior is of the same hazards, so it changes nothing
    const deals = [
      { age: 0, won: 2, lost: 3, open: 1 },
      { age: 1, won: 1, lost: 0, open: 3 },
    ];
    const [first, second] = conversion(deals, deals, 2);
    expect(first).toBeCloseTo(2 / 10);
    expect(second).toBeCloseTo((1 - 5 / 10) * (1 / 4));
  });

  test("of a kind never seen is that of all deals", () => {
    const all = [
      { age: 0, won: 10, lost: 10, open: 0 },
      { age: 3, won: 20, lost: 20, open: 40 },
    ];
    expect(conversion([], all, 5)).toEqual([0.1, 0, 0, (0.8 * 20) / 80, 0]);
  });

  test("never adds up to more than 1", () => {
    const aged = fc.record({
      age: fc.nat(20),
      won: fc.nat(9),
      lost: fc.nat(9),
      open: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.uniqueArray(aged, { selector: ({ age }) => age }), (all) => {
        const chances = conversion(all.slice(0, 2), all, 21);
        expect(chances.every((chance) => chance >= 0)).toBe(true);
        expect(sum(chances)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

test("the rate of arrivals is what it was, with the quarter's pace taken out", () => {
  const paces = Array.from({ length: 52 }, (_, week) => (week % 13 < 6 ? 1.5 : 0.5));
  expect(
    arrivalRate(
      paces.map((pace) => 8 * pace),
      paces,
    ),
  ).toBeCloseTo(8);
  expect(arrivalRate([], [])).toBe(0);
});

test("the pace of a place in the quarter leans on an even one", () => {
  // two quarters of 13 weeks, 26 events of which 12 in the last week: by hand, usual 1 a week
  const days = Array<number>(13).fill(14);
  const even = Array.from({ length: 12 }, (_, k) => ({ place: k + 1, events: 14 / 12 }));
  const pace = quarterPace([{ place: 0, events: 12 }, ...even], days);
  expect(pace(0)).toBeCloseTo((12 + 4) / (2 + 4));
  expect(pace(3)).toBeCloseTo((14 / 12 + 4) / (2 + 4));
});

test("the pace of a place in the year's last quarter leans on that of the others", () => {
  // of one last quarter and three others, one event a week but for the last of the year with 13
  const weeks = Array.from({ length: 13 }, (_, k) => k);
  const days = [...weeks.map(() => 21), 0, ...weeks.map(() => 7)];
  const events = weeks.flatMap((place) => [
    { place, events: 3 },
    { place: place + quarterWeeks, events: place === 0 ? 13 : 1 },
  ]);
  const pace = quarterPace(events, days);
  // by hand: usual 64 events in 52 weeks
  const usual = 64 / 52;
  const other = (3 + 4 * usual) / (usual * 7);
  expect(pace(0)).toBeCloseTo(other);
  expect(pace(quarterWeeks)).toBeCloseTo((13 + 4 * usual * other) / (usual * 5));
});

describe("what deals not yet created bring", () => {
  const flat = { placeOf: () => 0, daysCounted: 728, created: [], won: [] };
  const steady: KindHistory = {
    created: Array<number>(52).fill(10),
    aged: [{ age: 0, won: 400, lost: 600, open: 0 }],
    priced: 400,
    wonCents: 400 * 1_000,
    wonSquare: 400 * 1_000_000,
  };

  test("ten a week, four of them won at once for 10.00, are 40.00 a week", () => {
    const [outlook] = arrivalOutlook([steady], flat, 4);
    const weekly = (week: number) => sum((outlook?.meanCents ?? []).slice(7 * week, 7 * week + 7));
    // those created in a week close in it or in the next one, half each
    expect([0, 1, 2, 3].map(weekly)).toEqual([20, 40, 40, 40].map((x) => expect.closeTo(x * 100)));
    expect(outlook?.created).toEqual(Array(4).fill(expect.closeTo(10)));
  });

  test("is nothing, and certain, where no deal ever was", () => {
    const nothing = { created: [], aged: [], priced: 0, wonCents: 0, wonSquare: 0 };
    const [outlook] = arrivalOutlook([nothing], flat, 2);
    expect(sum(outlook?.meanCents ?? [Number.NaN])).toBe(0);
    expect(sum(outlook?.variance ?? [Number.NaN])).toBe(0);
  });
});
