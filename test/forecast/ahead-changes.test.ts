import { expect, test } from "vitest";
import { type AheadDeal, aheadChanges } from "../../src/forecast/change/won-ahead.ts";

const deal: AheadDeal = {
  opportunity_id: "D1",
  rep_id: "ann",
  segment: "Large",
  close_date: "2026-08-10",
  bookings_cents: 500,
};

/** Months from June on, by the date. */
const expected = ({ close_date, bookings_cents }: AheadDeal) =>
  [6, 7, 8, 9].map((month) =>
    Number(close_date?.slice(5, 7)) === month ? (bookings_cents ?? 0) : 0,
  );

/** What each cause adds, by month. */
function told(earlier: AheadDeal[], current: AheadDeal[], isBooked = false) {
  const { changes } = aheadChanges({ earlier, current, isBooked: () => isBooked, expected });
  return changes.map(({ cause, repId, before, after }) => [cause, repId, before, after]);
}

test("a deal that stays won for a later day has no part in what changed", () => {
  expect(told([deal], [deal])).toEqual([]);
});

test("a deal won since is won, for the month of its close date", () => {
  expect(told([], [deal])).toEqual([["won", "ann", null, [0, 0, 500, 0]]]);
});

test("a deal booked since gives way to its booking; one that isn't was lost after all", () => {
  expect(told([deal], [], true)).toEqual([["won", "ann", [0, 0, 500, 0], null]]);
  expect(told([deal], [])).toEqual([["lost", "ann", [0, 0, 500, 0], null]]);
});

test.each([
  ["pushed", { close_date: "2026-09-10" }, [0, 0, 0, 500]],
  ["pulled_in", { close_date: "2026-07-10" }, [0, 500, 0, 0]],
  ["repriced", { bookings_cents: 700 }, [0, 0, 700, 0]],
])("a won deal may still be %s", (cause, fields, after) => {
  expect(told([deal], [{ ...deal, ...fields }])).toEqual([[cause, "ann", [0, 0, 500, 0], after]]);
});

test("its date changes first, then its amount, then who holds it, which adds up to nothing", () => {
  const later = { ...deal, close_date: "2026-09-10", bookings_cents: 700, rep_id: "bob" };
  expect(told([deal], [later])).toEqual([
    ["pushed", "ann", [0, 0, 500, 0], [0, 0, 0, 500]],
    ["repriced", "ann", [0, 0, 0, 500], [0, 0, 0, 700]],
    ["handed_over", "ann", [0, 0, 0, 700], null],
    ["handed_over", "bob", null, [0, 0, 0, 700]],
  ]);
});
