import { expect, test } from "vitest";
import { mstl } from "../../pipelines/mstl.ts";
import { forecastBookings } from "../../src/forecast/forecast.ts";
import { forecastRows } from "../../src/forecast/forecast-rows.ts";
import { daysOf, lineOf, seller, simulated } from "./company.ts";

const line = lineOf(40);
const days = ["ann", "bob", "cy"].flatMap((repId, k) =>
  daysOf(simulated(40, k), line, { repId, segment: k > 1 ? "Small" : "Large" }),
);
const sellers = ["ann", "bob", "cy"].map((id) => seller(id));
const { company, cutoffs } = forecastBookings({ company: "Acme", sellers, days, line, mstl });
const made = [...cutoffs].map(({ published, isWeekly }) => ({ ...published, isWeekly }));

test("forecasts at the as-of date, 36 months before it and 13 weeks", () => {
  expect(made.filter(({ isWeekly }) => isWeekly)).toHaveLength(13);
  const months = made.filter(({ isWeekly }) => !isWeekly).map(({ months }) => months.cutoff.date);
  expect(months).toHaveLength(37);
  expect([months[0], months.at(-1)]).toEqual(["2023-06-17", "2026-06-17"]);
});

test("a week's forecast counts what was booked by then, and sums as any other does", () => {
  const week = made.find(({ months }) => months.cutoff.date === "2026-06-03");
  const now = made.find(({ months }) => months.cutoff.date === "2026-06-17");
  if (!week || !now) throw new RangeError("missing cutoff");
  // forty percent of a month are booked on its tenth day
  expect(week.months.toPoint[0]).toBe(0);
  expect(now.months.toPoint[0]).toBeGreaterThan(0);
  const rows = forecastRows(company, week).filter(({ period }) => period === "quarter");
  const sumOf = (kind: string) =>
    rows
      .filter(({ entity_type }) => entity_type === kind)
      .reduce((total, { mean_cents }) => total + (mean_cents ?? Number.NaN), 0);
  expect(sumOf("rep")).toBe(sumOf("company"));
  expect(sumOf("segment")).toBe(sumOf("company"));
});

test("tells on how many past errors a range rests", () => {
  const first = made[0];
  const last = made.at(-1);
  const of = (one: typeof first) => one?.outlooks.find(({ period }) => period === "year");
  const [early, late] = [of(first), of(last)];
  if (!first || !last || !early || !late) throw new RangeError("missing outlook");
  expect(first.countScores(early)).toBeLessThan(last.countScores(late));
});
