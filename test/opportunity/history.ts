import fc from "fast-check";
import { addDays, type PlainDate } from "../../src/calendar.ts";
import { type Assignment, holderBy } from "../../src/opportunity/holder.ts";
import type { Measure } from "../../src/opportunity/measure.ts";
import type { Knowledge, Span, Status, Version } from "../../src/opportunity/state.ts";
import { type Rate, valuationBy } from "../../src/opportunity/valuation.ts";

export const reps = ["ann", "bob", "cy", "dee"] as const;
export const teams = ["north", "south", "unassigned"] as const;
export const regions = ["east", "west", "unassigned"] as const;
export const segments = ["large", "small", "unassigned"] as const;
export const territories = ["north", "south"] as const;

/** A company's history: what opportunities, owners' teams and rates were, and what is asked of it. */
export interface History {
  readonly versions: readonly Version[];
  readonly measure: Measure;
}

const first = "2026-01-01";
const forever = "9999-12-31";
const days = 60;

const day = (max = days) => fc.integer({ min: 0, max }).map((count) => addDays(first, count));

/** What a deal may be: any order of outcomes, so that it is reopened, deleted and brought back. */
const state = fc.record({
  status: fc.constantFrom<Status>("open", "open", "open", "won", "lost", "deleted"),
  rep_id: fc.constantFrom(...reps),
  amount_minor: fc.option(fc.integer({ min: -50_000, max: 9_000_000 }), { freq: 5 }),
  currency: fc.constantFrom("USD", "EUR", "JPY"),
  close_date: fc.option(day(2 * days), { freq: 9 }),
});

const deal = (id: string): fc.Arbitrary<Version[]> =>
  fc
    .record({
      segment: fc.option(fc.constantFrom("large", "small")),
      territory_id: fc.constantFrom(...territories),
      starts: fc.uniqueArray(day(), { minLength: 1, maxLength: 6 }),
      states: fc.array(state, { minLength: 6, maxLength: 6 }),
      // half of what happens is told on the day
      lags: fc.array(fc.oneof(fc.constant(0), fc.nat(40)), { minLength: 6, maxLength: 6 }),
    })
    .map(({ starts, states, lags, ...placed }) =>
      starts.flatMap((valid_from, index) => {
        const found = states[index];
        const known_from = addDays(valid_from, lags[index] ?? 0);
        return found ? [{ opportunity_id: id, valid_from, known_from, ...placed, ...found }] : [];
      }),
    );

const deals = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => deal(`D${index}`))))
  .map((found) => found.flat());

/** Consecutive spans of dates that begin at the start of time, each with one of the values. */
function spans<T>(value: fc.Arbitrary<T>) {
  return fc
    .record({
      starts: fc.uniqueArray(day(), { maxLength: 3 }),
      values: fc.array(value, { minLength: 4, maxLength: 4 }),
    })
    .map(({ starts, values }) => {
      const dates = ["0001-01-01", ...starts.toSorted()];
      return dates.map((valid_from, index) => ({
        valid_from,
        valid_to: dates[index + 1] ?? forever,
        value: values[index] as T,
      }));
    });
}

const place = fc.constantFrom(
  { team_id: "north", region_id: "east" },
  { team_id: "south", region_id: "east" },
  { team_id: "south", region_id: "west" },
);

const assignments: fc.Arbitrary<Assignment[]> = fc
  .tuple(spans(place), spans(place), spans(place))
  // the fourth rep is in no team
  .map((found) =>
    found.flatMap((own, index) =>
      own.map(({ value, ...dates }) => ({ rep_id: reps[index] ?? "", ...value, ...dates })),
    ),
  );

const rates: fc.Arbitrary<Rate[]> = fc
  .tuple(
    spans(fc.double({ min: 0.7, max: 1.3, noNaN: true })),
    spans(fc.double({ min: 90, max: 170, noNaN: true })),
  )
  .map(([euro, yen]) => [
    {
      currency: "USD",
      digits: 2,
      per_company_currency: 1,
      valid_from: "0001-01-01",
      valid_to: forever,
    },
    ...euro.map(({ value, ...dates }) => rateOf("EUR", 2, value, dates)),
    ...yen.map(({ value, ...dates }) => rateOf("JPY", 0, value, dates)),
  ]);

const rateOf = (
  currency: string,
  digits: number,
  per_company_currency: number,
  dates: Pick<Rate, "valid_from" | "valid_to">,
): Rate => ({ currency, digits, per_company_currency, ...dates });

const span: fc.Arbitrary<Span> = fc.option(
  fc.tuple(day(2 * days), day(2 * days)).map((ends) => {
    const [start = first, end = first] = ends.toSorted();
    return { start, end };
  }),
  { freq: 4 },
);

/** Random histories asked between two random dates in order, as known today or as known then. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    versions: deals,
    assignments,
    rates,
    span,
    dates: fc.tuple(day(), day()),
    known: fc.constantFrom<Knowledge>("today", "then"),
  })
  .map(({ versions, dates, ...setting }) => {
    const [from = first, to = first] = dates.toSorted();
    return { versions, measure: measureOf({ from, to, ...setting }) };
  });

interface Setting {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly known?: Knowledge;
  readonly span?: Span;
  readonly assignments?: readonly Assignment[];
  readonly rates?: readonly Rate[];
}

const dollar = { currency: "USD", digits: 2, per_company_currency: 1 };

/** Measures in dollars and cents, of all close dates and as known today unless told otherwise. */
export function measureOf({
  span = null,
  known = "today",
  assignments = [],
  rates = [{ ...dollar, valid_from: "0001-01-01", valid_to: forever }],
  ...dates
}: Setting): Measure {
  const [value, holderOf] = [valuationBy(rates, 2), holderBy(assignments)];
  return { ...dates, known, span, value, holderOf };
}
