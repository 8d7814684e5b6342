import { describe, expect, test } from "vitest";
import type { Forecast } from "../../src/forecast/forecast-rows.ts";
import { bounds, daysOf, forecastOf, forecastOne, lineOf, seller, simulated } from "./company.ts";

const key = (row: Forecast) =>
  [row.entity_type, row.entity_id, row.period, row.period_start].join("/");
const byKey = (rows: readonly Forecast[]) => new Map(rows.map((row) => [key(row), row]));

/** Four reps of two teams, who sell in two segments. */
function company(months: number, seed = 1) {
  const line = lineOf(months);
  const sellers = ["ann", "bob", "cy", "di"].map((repId, k) =>
    seller(repId, k < 2 ? {} : { teamId: "South", regionId: "West" }),
  );
  const days = sellers.flatMap(({ repId }, k) => [
    ...daysOf(simulated(months, seed + k, 1e6 * (k + 1)), line, { repId, segment: "Large" }),
    ...daysOf(simulated(months, seed + k + 50, 4e5), line, { repId, segment: "Small" }),
  ]);
  return { line, sellers, days };
}

describe("forecastBookings", () => {
  const sixty = forecastOne(simulated(60, 1));

  test("reaches from the current month to the end of the next fiscal year", () => {
    const starts = (period: string) =>
      sixty.filter((row) => row.period === period).map((row) => row.period_start);
    expect(starts("month")).toHaveLength(20);
    expect(starts("month")[0]).toBe("2026-06-01");
    expect(starts("month").at(-1)).toBe("2028-01-01");
    expect(starts("quarter")).toHaveLength(7);
    expect(starts("quarter")[0]).toBe("2026-05-01");
    expect(starts("year")).toEqual(["2026-02-01", "2027-02-01"]);
    expect(new Set(sixty.map((row) => row.cutoff))).toEqual(new Set(["2026-06-17"]));
  });

  test("adds months to quarters and years exactly, with what is booked already", () => {
    const rows = byKey(sixty);
    const mean = (period: string, start: string) =>
      rows.get(`company/Acme/${period}/${start}`)?.mean_cents ?? Number.NaN;
    const next = ["2026-08-01", "2026-09-01", "2026-10-01"].map((start) => mean("month", start));
    expect(mean("quarter", "2026-08-01")).toBe(next.reduce((a, b) => a + b));
    const may = simulated(60, 1)[59] ?? Number.NaN;
    const rest = ["2026-06-01", "2026-07-01"].map((start) => mean("month", start));
    expect(mean("quarter", "2026-05-01")).toBe(rest.reduce((a, b) => a + b, may));
  });

  test("sees growth and the quarter's last month", () => {
    const month = (start: string) =>
      byKey(sixty).get(`company/Acme/month/${start}`)?.mean_cents ?? Number.NaN;
    // the history's places in the quarter repeat every three months: June 2026 is month 60
    expect(month("2026-08-01") / month("2026-07-01")).toBeGreaterThan(1.4);
    const truth = 1e8 * 1.5 * Math.exp(0.01 * 62 + 0.15 ** 2 / 2);
    expect(month("2026-08-01") / truth).toBeGreaterThan(0.8);
    expect(month("2026-08-01") / truth).toBeLessThan(1.2);
  });

  test("gives the current month what is booked and the share still ahead", () => {
    const [june] = forecastOne(Array<number>(61).fill(1_000_000));
    expect(june?.period_start).toBe("2026-06-01");
    expect(Math.abs((june?.mean_cents ?? 0) - 1_000_000)).toBeLessThan(10_000);
    expect(june?.lower_95_cents).toBeGreaterThanOrEqual(400_000);
  });

  test("leaves nothing open when the month and quarter end on the as-of date", () => {
    const booked = simulated(40, 3);
    const line = { ...lineOf(40), daysLeft: 0 };
    const { forecasts } = forecastOf([seller("ann")], daysOf(booked, line), line);
    const now = forecasts.find((row) => row.period === "month" && row.entity_type === "company");
    // the as-of is then the last of June, of which forty percent are booked
    const expected = now ? bounds(now) : [];
    expect(new Set(expected)).toEqual(new Set([Math.round((booked[40] ?? 0) * 0.4)]));
  });

  test("multiplies with the money", () => {
    const ten = forecastOne(simulated(60, 1).map((value) => value * 10));
    for (const [index, row] of ten.entries()) {
      const one = sixty[index];
      expect((row.mean_cents ?? 0) / (10 * (one?.mean_cents ?? 0))).toBeCloseTo(1, 4);
      expect((row.upper_80_cents ?? 0) / (10 * (one?.upper_80_cents ?? 0))).toBeCloseTo(1, 3);
    }
  });

  test("is the same to the cent in whatever order reps and bookings are given", () => {
    const { line, sellers, days } = company(40);
    const forward = forecastOf(sellers, days, line);
    const backward = forecastOf(sellers.toReversed(), days.toReversed(), line);
    expect(backward).toEqual(forward);
  });

  test("sums exactly over reps, teams, regions and segments, in every period and cutoff", () => {
    const { line, sellers, days } = company(30);
    const { forecasts, backtest } = forecastOf(sellers, days, line);
    const sums = new Map<string, Map<string, number>>();
    for (const row of [...forecasts, ...backtest]) {
      const cell = `${row.cutoff} ${row.period} ${row.period_start}`;
      const kinds = sums.get(cell) ?? new Map<string, number>();
      sums.set(
        cell,
        kinds.set(row.entity_type, (kinds.get(row.entity_type) ?? 0) + (row.mean_cents ?? 0)),
      );
    }
    expect(sums.size).toBeGreaterThan(100);
    for (const kinds of sums.values()) {
      expect(kinds.size).toBe(5);
      expect(new Set(kinds.values()).size).toBe(1);
    }
  });

  test("uses nothing from after a cutoff in its back-test", () => {
    const { line, sellers, days } = company(48);
    const until = "2025-06-01";
    const changed = [
      ...days.map((day) => (day.date >= until ? { ...day, cents: day.cents * 50 } : day)),
      { repId: "new", segment: "Huge", date: "2025-07-04", cents: 1e10 },
    ];
    const at = (values: typeof days) =>
      forecastOf(sellers, values, line)
        .backtest.filter((row) => row.cutoff < until)
        .map(({ actual_cents, ...row }) => row);
    expect(at(changed)).toEqual(at(days));
  });
});
