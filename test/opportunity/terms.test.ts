import { describe, expect, test } from "vitest";
import type { Waterfall } from "../../src/opportunity/bar.ts";
import { holdsFor } from "../../src/opportunity/holder.ts";
import type { Measure } from "../../src/opportunity/measure.ts";
import type { Version } from "../../src/opportunity/state.ts";
import { companyCents, type Rate } from "../../src/opportunity/valuation.ts";
import { waterfall } from "../../src/opportunity/waterfall.ts";
import { measureOf } from "./history.ts";

const quarter = { start: "2026-05-01", end: "2026-07-31" };
const [before, between] = ["2026-04-20", "2026-06-10"];

/** An open deal of 1,000.00 dated in the quarter, of Ann's, known since before it. */
const version = (changes: Partial<Version> = {}): Version => ({
  opportunity_id: "D1",
  valid_from: before,
  known_from: before,
  status: "open",
  rep_id: "ann",
  segment: null,
  territory_id: null,
  amount_minor: 100_000,
  currency: "USD",
  close_date: "2026-07-15",
  ...changes,
});

const later = (changes: Partial<Version>): Version =>
  version({ valid_from: between, known_from: between, ...changes });

const dates = { from: "2026-04-30", to: "2026-06-30" };
const inQuarter = measureOf({ ...dates, span: quarter });

/** Opening, the terms that changed anything, and closing. */
const told = ({ opening, bars, closing }: Waterfall) => [
  opening.cents,
  Object.fromEntries(
    bars.filter((bar) => bar.deals.length > 0).map(({ term, cents }) => [term, cents]),
  ),
  closing.cents,
];

describe("one deal of 1,000.00 between the end of April and the end of June", () => {
  // amounts in cents: each row adds up by hand
  test.each<[string, Version[], [number, Record<string, number>, number]]>([
    ["that doesn't change", [version()], [100_000, {}, 100_000]],
    ["that is new", [later({})], [0, { created: 100_000 }, 100_000]],
    [
      "that grows",
      [version(), later({ amount_minor: 120_000 })],
      [100_000, { increased: 20_000 }, 120_000],
    ],
    [
      "that shrinks",
      [version(), later({ amount_minor: 70_000 })],
      [100_000, { decreased: -30_000 }, 70_000],
    ],
    [
      "that shrinks and is dated out of the quarter: it shrinks where it went",
      [version(), later({ amount_minor: 70_000, close_date: "2026-08-01" })],
      [100_000, { pushed_out: -100_000 }, 0],
    ],
    [
      "that is dated into the quarter and grows",
      [version({ close_date: "2026-08-01" }), later({ amount_minor: 120_000 })],
      [0, { pulled_in: 100_000, increased: 20_000 }, 120_000],
    ],
    [
      "that is won for more: the bar is what was booked",
      [version(), later({ status: "won", amount_minor: 120_000, close_date: between })],
      [100_000, { increased: 20_000, won: -120_000 }, 0],
    ],
    [
      "that is lost, its amount emptied: it leaves at what it had",
      [version(), later({ status: "lost", amount_minor: null, close_date: between })],
      [100_000, { lost: -100_000 }, 0],
    ],
    [
      "that is lost, whatever date the loss has",
      [version(), later({ status: "lost", close_date: "2026-08-02" })],
      [100_000, { lost: -100_000 }, 0],
    ],
    [
      "of another quarter that is lost in this one: it was never this one's",
      [version({ close_date: "2026-09-01" }), later({ status: "lost", close_date: between })],
      [0, {}, 0],
    ],
    [
      "that came and was lost in between",
      [later({ status: "lost", close_date: between })],
      [0, { created: 100_000, lost: -100_000 }, 0],
    ],
    [
      "that is won after the quarter: it isn't the quarter's",
      [version(), later({ status: "won", close_date: "2026-08-02" })],
      [100_000, { pushed_out: -100_000 }, 0],
    ],
    [
      "that is deleted",
      [version(), later({ status: "deleted" })],
      [100_000, { removed: -100_000 }, 0],
    ],
    [
      "that was lost and is open again",
      [version({ status: "lost", close_date: before }), later({ amount_minor: 90_000 })],
      [0, { reopened: 100_000, decreased: -10_000 }, 90_000],
    ],
    [
      "that was deleted and is back",
      [version({ status: "deleted" }), later({})],
      [0, { reopened: 100_000 }, 100_000],
    ],
    [
      "that came and was won in between",
      [
        later({ valid_from: "2026-05-05" }),
        later({ status: "won", amount_minor: 110_000, close_date: between }),
      ],
      [0, { created: 110_000, won: -110_000 }, 0],
    ],
    [
      "of another quarter that was won in this one",
      [version({ close_date: "2026-09-01" }), later({ status: "won", close_date: between })],
      [0, { pulled_in: 100_000, won: -100_000 }, 0],
    ],
    [
      "that was lost and turns out to be won",
      [
        version({ status: "lost", close_date: before }),
        later({ status: "won", close_date: between }),
      ],
      [0, { reopened: 100_000, won: -100_000 }, 0],
    ],
    [
      "that came and was deleted in between",
      [later({ valid_from: "2026-05-05" }), later({ status: "deleted" })],
      [0, {}, 0],
    ],
    ["that stays closed", [version({ status: "won", close_date: before })], [0, {}, 0]],
    ["that comes later", [version({ valid_from: "2026-07-01" })], [0, {}, 0]],
    [
      "whose amount is filled in",
      [version({ amount_minor: null }), later({})],
      [0, { increased: 100_000 }, 100_000],
    ],
    [
      "whose amount is emptied",
      [version(), later({ amount_minor: null })],
      [100_000, { decreased: -100_000 }, 0],
    ],
    [
      "that grows and shrinks back: only the two days are compared",
      [
        version(),
        later({ valid_from: "2026-05-05", amount_minor: 500_000 }),
        later({ amount_minor: 100_000 }),
      ],
      [100_000, {}, 100_000],
    ],
  ])("%s", (_, versions, expected) => {
    expect(told(waterfall(versions, inQuarter))).toEqual(expected);
  });

  const toldInMay = (changes: Partial<Version>) =>
    version({ valid_from: "2026-04-25", known_from: "2026-05-10", ...changes });

  test.each<[string, Version[], [number, Record<string, number>, number]]>([
    [
      "that was there, and nobody had told of it",
      [toldInMay({})],
      [0, { told_late: 100_000 }, 100_000],
    ],
    [
      "that had grown, as was told afterwards, and grew again",
      [version(), toldInMay({ amount_minor: 120_000 }), later({ amount_minor: 150_000 })],
      [100_000, { told_late: 20_000, increased: 30_000 }, 150_000],
    ],
    [
      "that had been lost, as was told afterwards",
      [version(), toldInMay({ status: "lost", close_date: "2026-04-25" })],
      [100_000, { told_late: -100_000 }, 0],
    ],
    [
      "that had been there without an amount, as was told afterwards",
      [toldInMay({ amount_minor: null })],
      [0, { told_late: 0 }, 0],
    ],
    [
      "that has grown, as will be told after the last day",
      [version(), later({ amount_minor: 120_000, known_from: "2026-07-01" })],
      [100_000, {}, 100_000],
    ],
    [
      "that was told twice of one day: the later telling counts once it is there",
      [version(), version({ amount_minor: 130_000, known_from: "2026-05-10" })],
      [100_000, { told_late: 30_000 }, 130_000],
    ],
  ])("as known then, %s", (_, versions, expected) => {
    expect(told(waterfall(versions, { ...inQuarter, known: "then" }))).toEqual(expected);
  });

  test("without a close date belongs to no quarter, but to all dates", () => {
    const undated = [
      version({ close_date: null }),
      later({ close_date: null, amount_minor: 90_000 }),
    ];
    expect(told(waterfall(undated, inQuarter))).toEqual([0, {}, 0]);
    expect(told(waterfall(undated, measureOf(dates)))).toEqual([
      100_000,
      { decreased: -10_000 },
      90_000,
    ]);
  });

  test("is neither pulled in nor pushed out where all dates count", () => {
    const moved = [version(), later({ close_date: "2027-01-01" })];
    expect(told(waterfall(moved, measureOf(dates)))).toEqual([100_000, {}, 100_000]);
  });

  test("without an amount counts, and adds nothing", () => {
    const { closing, bars } = waterfall([later({ amount_minor: null })], inQuarter);
    const deal = { opportunity_id: "D1", rep_id: "ann", cents: null, opening_cents: null };
    expect(closing).toEqual({ cents: 0, deals: [{ ...deal, closing_cents: null }] });
    expect(bars.find(({ term }) => term === "created")?.deals).toEqual(closing.deals);
  });
});

describe("an opportunity that changes hands", () => {
  const handed = [version(), later({ rep_id: "bob", amount_minor: 120_000 })];
  const of = (entity_id: string, versions = handed, measure = inQuarter) =>
    told(waterfall(versions, measure, holdsFor({ entity_type: "rep", entity_id })));

  test("leaves at its opening amount, and grows where it went", () => {
    expect(of("ann")).toEqual([100_000, { transferred_out: -100_000 }, 0]);
    expect(of("bob")).toEqual([0, { transferred_in: 100_000, increased: 20_000 }, 120_000]);
  });

  test("and is won, is won by whom it went to", () => {
    const won = [version(), later({ rep_id: "bob", status: "won", close_date: between })];
    expect(of("ann", won)).toEqual([100_000, { transferred_out: -100_000 }, 0]);
    expect(of("bob", won)).toEqual([0, { transferred_in: 100_000, won: -100_000 }, 0]);
  });

  test("before it was in the pipeline isn't transferred, it comes in", () => {
    const elsewhere = [version({ close_date: "2026-09-01" }), later({ rep_id: "bob" })];
    expect(of("ann", elsewhere)).toEqual([0, {}, 0]);
    expect(of("bob", elsewhere)).toEqual([0, { pulled_in: 100_000 }, 100_000]);
  });

  test("with its owner's team is transferred between teams and not between reps", () => {
    const assignment = { rep_id: "ann", region_id: "east" };
    const moved = measureOf({
      ...dates,
      assignments: [
        { ...assignment, team_id: "north", valid_from: "0001-01-01", valid_to: "2026-05-15" },
        { ...assignment, team_id: "south", valid_from: "2026-05-15", valid_to: "9999-12-31" },
      ],
    });
    const team = (entity_id: string, versions: Version[]) =>
      told(waterfall(versions, moved, holdsFor({ entity_type: "team", entity_id })));
    expect(team("north", [version()])).toEqual([100_000, { transferred_out: -100_000 }, 0]);
    expect(team("south", [version()])).toEqual([0, { transferred_in: 100_000 }, 100_000]);
    expect(of("ann", [version()], moved)).toEqual([100_000, {}, 100_000]);
    // won before the move: it was the old team's to win
    const early = later({ status: "won", close_date: "2026-05-10" });
    expect(team("north", [version(), early])).toEqual([100_000, { won: -100_000 }, 0]);
  });
});

describe("an opportunity in another currency", () => {
  const euro = { currency: "EUR", digits: 2 };
  const rates: Rate[] = [
    { ...euro, per_company_currency: 0.8, valid_from: "0001-01-01", valid_to: "2026-05-20" },
    { ...euro, per_company_currency: 1, valid_from: "2026-05-20", valid_to: "2026-06-20" },
    { ...euro, per_company_currency: 0.5, valid_from: "2026-06-20", valid_to: "9999-12-31" },
  ];
  const measure: Measure = measureOf({ ...dates, rates });
  const inEuro = { currency: "EUR" };

  test("is revalued at its opening amount, and grows at the later rate", () => {
    // 1,000 / 0.8 = 1,250; 1,000 / 0.5 = 2,000; 1,200 / 0.5 = 2,400
    const grown = [version(inEuro), later({ ...inEuro, amount_minor: 120_000 })];
    expect(told(waterfall(grown, measure))).toEqual([
      125_000,
      { currency: 75_000, increased: 40_000 },
      240_000,
    ]);
  });

  test("is won at the rate of its close date", () => {
    // 1,000 / 1 on 10 June
    const won = [version(inEuro), later({ ...inEuro, status: "won", close_date: between })];
    expect(told(waterfall(won, measure))).toEqual([
      125_000,
      { currency: -25_000, won: -100_000 },
      0,
    ]);
  });

  test("comes in at the later rate, without a currency term", () => {
    expect(told(waterfall([later(inEuro)], measure))).toEqual([0, { created: 200_000 }, 200_000]);
  });

  test("without a rate has no value, and isn't zero", () => {
    const { closing } = waterfall([later({ currency: "CHF" })], measure);
    expect(closing).toMatchObject({ cents: 0, deals: [{ cents: null }] });
  });
});

test("amounts convert as the SQL reader does: half away from zero, at par by moving the point", () => {
  const at = (per_company_currency: number, digits: number) => ({ per_company_currency, digits });
  expect(companyCents(1_005, at(1, 3), 2)).toBe(101); // 1.005 → 1.01
  expect(companyCents(-1_005, at(1, 3), 2)).toBe(-101);
  expect(companyCents(7, at(1, 0), 2)).toBe(700);
  expect(companyCents(100, at(0.8, 2), 2)).toBe(125);
  expect(companyCents(15_000, at(150, 0), 2)).toBe(10_000);
});
