import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeRows, dealRows } from "../../pipelines/forecast/change-rows.ts";
import type { ChangeCause } from "../../src/forecast/change/cause.ts";
import type { PeriodChange } from "../../src/forecast/change/change.ts";
import {
  brings,
  changed,
  company,
  type Happened,
  later,
  monthsOf,
  moved,
  periods,
  tracked,
  twoWeeksBefore,
  weekBefore,
} from "./changed.ts";

const deal = tracked();

/** Parts of a deal in the quarter in progress, by cause. */
function partsOf(happened: Happened, id = "D1"): Partial<Record<ChangeCause, number[]>> {
  const [quarter] = changed(happened);
  const parts: Partial<Record<ChangeCause, number[]>> = {};
  for (const { opportunityId, cause, cents } of quarter?.changes ?? []) {
    if (opportunityId === id) parts[cause] = [...(parts[cause] ?? []), cents];
  }
  return parts;
}

const sumOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** What of a deal counts for the quarter: half of June's rest and of July. */
const inQuarter = (one: typeof deal) => {
  const [june = Number.NaN, july = Number.NaN] = brings(one) ?? [];
  return Math.round((june + july) / 2);
};

describe("a deal between two cutoffs", () => {
  test("to which nothing happened has no part", () => {
    expect(partsOf({ earlier: [deal], current: [later(deal)] })).toEqual({});
  });

  test("that ended takes what was expected of it with time passed", () => {
    const lost = [-inQuarter(later(deal))];
    expect(partsOf({ earlier: [deal] })).toEqual({ lost });
    expect(partsOf({ earlier: [deal], won: ["D1"] })).toEqual({ won: lost });
  });

  test("that was won gives what it booked in the period, and nothing to another one", () => {
    const booking = { opportunityId: "D1", repId: "ann", segment: "Large", cents: 80_000 };
    const of = (date: string) =>
      partsOf({ earlier: [deal], won: ["D1"], bookings: [{ ...booking, date }] });
    const gone = -inQuarter(later(deal));
    expect(of("2026-06-12")).toEqual({ won: [80_000, gone] });
    expect(of("2026-08-01")).toEqual({ won: [gone] });
  });

  test("that came in gives what is expected of it", () => {
    expect(partsOf({ current: [later(deal)] })).toEqual({ created: [inQuarter(later(deal))] });
  });

  test("is pulled in or pushed by its date alone", () => {
    const of = (by: number) => partsOf({ earlier: [deal], current: [moved(deal, by)] });
    const part = (by: number) => inQuarter(moved(deal, by)) - inQuarter(later(deal));
    expect(of(-20)).toEqual({ pulled_in: [part(-20)] });
    expect(part(-20)).toBeGreaterThan(0);
    expect(of(60)).toEqual({ pushed: [part(60)] });
    expect(part(60)).toBeLessThan(0);
  });

  test("that was given a date is pulled in", () => {
    const undated = tracked({ close_date: null, days_to_close: null });
    const dated = later(undated, { close_date: "2026-06-30", days_to_close: 13 });
    expect(Object.keys(partsOf({ earlier: [undated], current: [dated] }))).toEqual(["pulled_in"]);
  });

  test("that changed in all ways is redated, then repriced, then all else", () => {
    const last = { ...moved(deal, 60), bookings_cents: 50_000, idle_days: 0 };
    const dated = moved(deal, 60);
    const priced = { ...dated, bookings_cents: 50_000 };
    expect(partsOf({ earlier: [deal], current: [last] })).toEqual({
      pushed: [inQuarter(dated) - inQuarter(later(deal))],
      repriced: [inQuarter(priced) - inQuarter(dated)],
      odds_moved: [inQuarter(last) - inQuarter(priced)],
    });
  });

  test("that was handed over leaves one and comes to the other with all that is expected of it", () => {
    const given = later(deal, { rep_id: "bob", idle_days: 0 });
    const {
      handed_over = [],
      odds_moved = [],
      ...rest
    } = partsOf({
      earlier: [deal],
      current: [given],
    });
    expect(handed_over).toEqual([-inQuarter(given), inQuarter(given)]);
    // what changed its odds is the first one's
    expect(odds_moved).toEqual([inQuarter(given) - inQuarter(later(deal))]);
    expect(rest).toEqual({});
  });

  test("that was reopened ended first and then came in", () => {
    const again = later(deal, { spell: 2, stage_days: 2 });
    expect(partsOf({ earlier: [deal], current: [again] })).toEqual({
      lost: [-inQuarter(later(deal))],
      created: [inQuarter(again)],
    });
  });

  test("of a rep who isn't known has none", () => {
    expect(partsOf({ current: [later(deal, { rep_id: "gone" })] })).toEqual({});
  });
});

describe("without deals", () => {
  const booking = { opportunityId: "D9", repId: "bob", segment: "Small", date: "2026-06-11" };
  const series = {
    bookings: [{ ...booking, cents: 700 }],
    before: monthsOf(() => 1000),
    after: monthsOf(() => 900),
    share: 0,
  };
  const causesOf = (happened: Happened) => {
    const [quarter] = changed(happened);
    const sums: Partial<Record<ChangeCause, number>> = {};
    for (const { cause, cents } of quarter?.changes ?? []) {
      sums[cause] = (sums[cause] ?? 0) + cents;
    }
    return sums;
  };

  test("time takes what is usually booked in the days that passed", () => {
    // of a month four tenths are booked on its tenth day, which is after 3 June: of four cells 400
    expect(causesOf({ ...series, from: twoWeeksBefore })).toMatchObject({
      time_passed: -1600,
      won: 700,
    });
  });

  test("the parts are time, what was booked and the estimates", () => {
    // nothing is usually booked from the tenth to the seventeenth; two months at 100 less in four cells
    expect(causesOf(series)).toEqual({ won: 700, model_changed: -1500 });
  });
});

const dealOf = fc
  .record({
    opportunity_id: fc.constantFrom("D1", "D2", "D3", "D4"),
    spell: fc.integer({ min: 1, max: 2 }),
    rep_id: fc.constantFrom("ann", "bob"),
    segment: fc.constantFrom("Large", "Small"),
    stage_days: fc.nat(200),
    idle_days: fc.option(fc.nat(90)),
    days_to_close: fc.option(fc.integer({ min: -60, max: 300 })),
    bookings_cents: fc.option(fc.nat(9_999_999)),
  })
  .map((fields) => tracked(fields));
const dealsOf = fc.uniqueArray(dealOf, {
  selector: ({ opportunity_id, spell }) => `${opportunity_id} ${spell}`,
});
const cellCents = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 8 });
const months = cellCents.map((cents) =>
  monthsOf((cell, lead) => cents[(cell + 3 * lead) % 8] ?? Number.NaN),
);
const happened: fc.Arbitrary<Happened> = fc.record({
  earlier: dealsOf,
  current: dealsOf.map((deals) => deals.map((one) => later(one))),
  won: fc.subarray(["D1", "D2", "D3", "D4"]),
  bookings: fc.array(
    fc.record({
      opportunityId: fc.constantFrom("D1", "D2", "D5"),
      repId: fc.constantFrom("ann", "bob"),
      segment: fc.constantFrom("Large", "Small"),
      date: fc.constantFrom("2026-06-11", "2026-06-17"),
      cents: fc.integer({ min: -50_000, max: 9_999_999 }),
    }),
  ),
  before: months,
  after: months,
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Parts of each cell, and what they should add up to. */
const differences = ({ before, after, changes }: PeriodChange) =>
  Array.from(after, (cents, cell) => ({
    parts: sumOf(changes.filter((one) => one.cell === cell).map((one) => one.cents)),
    difference: cents - (before[cell] ?? Number.NaN),
  }));

describe("whatever happened", () => {
  test("the parts of every cell add up to the difference, in whole cents", () => {
    fc.assert(
      fc.property(happened, (what) => {
        for (const change of changed(what)) {
          for (const { parts, difference } of differences(change)) expect(parts).toBe(difference);
          expect(change.changes.every(({ cents }) => Number.isInteger(cents))).toBe(true);
        }
      }),
    );
  });

  test("what was handed over adds up to nothing over the company", () => {
    fc.assert(
      fc.property(happened, (what) => {
        for (const { changes } of changed(what)) {
          const handed = changes.filter(({ cause }) => cause === "handed_over");
          expect(sumOf(handed.map(({ cents }) => cents))).toBe(0);
        }
      }),
    );
  });

  test("parts of deals don't depend on what was learnt since", () => {
    const ofDeals = (what: Happened) =>
      changed(what).map(({ changes }) => changes.filter(({ cause }) => cause !== "model_changed"));
    fc.assert(
      fc.property(happened, months, (what, learnt) => {
        expect(ofDeals({ ...what, after: learnt })).toEqual(ofDeals(what));
      }),
    );
  });

  test("rows of every entity add up, from what was published then, and reps to the company", () => {
    const cutoff = weekBefore.date;
    fc.assert(
      fc.property(happened, fc.nat(9_999_999), (what, mean_cents) => {
        const [{ period, periodStart } = { period: "quarter" as const, periodStart: "" }] = periods;
        const edition = { entity_type: "company", entity_id: "Acme", period, mean_cents };
        const published = [{ ...edition, period_start: periodStart }];
        const rows = changeRows(company, { cutoff, periods: changed(what), published });
        const sums = new Map<string, { sum: number; difference: number }>();
        for (const row of rows) {
          const key = [row.entity_type, row.entity_id, row.period, row.period_start].join();
          const difference = row.after_cents - row.before_cents;
          sums.set(key, { sum: (sums.get(key)?.sum ?? 0) + row.cents, difference });
        }
        for (const { sum, difference } of sums.values()) expect(sum).toBe(difference);
        const of = (type: string, cause: ChangeCause) =>
          sumOf(
            rows
              .filter((row) => row.entity_type === type && row.cause === cause)
              .map((r) => r.cents),
          );
        for (const cause of ["time_passed", "won", "created", "model_changed"] as const) {
          expect(of("rep", cause)).toBe(of("company", cause));
        }
        const first = rows.find((row) => row.entity_type === "company");
        if (first?.period_start === periodStart) expect(first.before_cents).toBe(mean_cents);
      }),
    );
  });

  test("rows of deals add up to the company's parts", () => {
    const cutoff = weekBefore.date;
    fc.assert(
      fc.property(happened, (what) => {
        const made = { cutoff, periods: changed(what) };
        const deals = dealRows(company, made);
        const rows = changeRows(company, { ...made, published: [] });
        const byDeal = rows.filter((row) => row.entity_type === "company" && row.count_deals > 0);
        for (const { cause, period_start, period, cents } of byDeal) {
          const own = deals.filter(
            (row) =>
              row.cause === cause && row.period_start === period_start && row.period === period,
          );
          expect(sumOf(own.map((row) => row.cents))).toBe(cents);
        }
      }),
    );
  });
});
