import { describe, expect, test } from "vitest";
import { type Forecast, forecastBookings } from "../../src/forecast/forecast.ts";
import { lineOf, seriesOf, simulated } from "./company.ts";
import { bounds, forecastOne } from "./rows.ts";

const key = (row: Forecast) =>
  [row.entity_type, row.entity_id, row.period, row.period_start].join("/");
const byKey = (rows: readonly Forecast[]) => new Map(rows.map((row) => [key(row), row]));
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
    const booked = Array<number>(61).fill(1_000_000);
    const [june] = forecastOne(booked);
    expect(june?.period_start).toBe("2026-06-01");
    expect(june?.mean_cents).toBe(400_000 + 600_000);
    expect(june?.lower_95_cents).toBeGreaterThanOrEqual(400_000);
  });

  test("leaves nothing open when the month and quarter end on the as-of date", () => {
    const booked = simulated(40, 3);
    const line = { ...lineOf(40), daysLeft: 0 };
    const series = { ...seriesOf(booked, line), booked, bookedToPoint: booked };
    const [month] = forecastBookings([series], line).forecasts;
    expect(new Set(bounds(month as Forecast))).toEqual(new Set([booked[40]]));
  });

  test("multiplies with the money", () => {
    const ten = forecastOne(simulated(60, 1).map((value) => value * 10));
    for (const [index, row] of ten.entries()) {
      const one = sixty[index]?.mean_cents ?? Number.NaN;
      expect((row.mean_cents ?? 0) / (10 * one)).toBeCloseTo(1, 6);
      expect((row.upper_80_cents ?? 0) / (10 * (sixty[index]?.upper_80_cents ?? 0))).toBeCloseTo(
        1,
        6,
      );
    }
  });

  test("doesn't depend on the order of entities", () => {
    const line = lineOf(40);
    const series = ["A", "B", "C"].map((entityId, seed) =>
      seriesOf(simulated(40, seed), line, { entityType: "team", entityId }),
    );
    const forward = byKey(forecastBookings(series, line).forecasts);
    const backward = byKey(forecastBookings([...series].reverse(), line).forecasts);
    for (const [name, row] of forward) {
      expect(backward.get(name)?.mean_cents).toBe(row.mean_cents);
      expect((backward.get(name)?.upper_95_cents ?? 0) / (row.upper_95_cents ?? 1)).toBeCloseTo(
        1,
        9,
      );
    }
  });

  test("uses nothing from after a cutoff in its back-test", () => {
    const line = lineOf(48);
    const booked = simulated(48, 5);
    const changed = booked.map((value, month) => (month >= 36 ? value * 50 : value));
    const at = (values: readonly number[]) =>
      [...forecastBookings([seriesOf(values, line)], line).backtest]
        .flat()
        .filter((row) => row.cutoff < "2025-06-01")
        .map(({ actual_cents, ...row }) => row);
    expect(at(changed)).toEqual(at(booked));
  });
});
