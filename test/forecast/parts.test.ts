import { describe, expect, test } from "vitest";
import { monthsBetween } from "../../src/calendar.ts";
import { calibrate, type Score } from "../../src/forecast/calibration.ts";
import { meanFallback, peerFallback } from "../../src/forecast/fallback.ts";
import type { Outlook } from "../../src/forecast/period-outlook.ts";
import { shareAhead } from "../../src/forecast/series.ts";
import { fiscalMonth, reach, timeline } from "../../src/forecast/timeline.ts";
import { trendSeason } from "../../src/forecast/trend-season.ts";
import { lineOf, seriesOf } from "./company.ts";

describe("timeline", () => {
  const line = timeline("2024-04-15", "2026-06-17", { startMonth: 2 });

  test("numbers months from the first and ends with the next fiscal year", () => {
    expect(line.firstMonth).toBe("2024-04-01");
    expect(line.current).toBe(26);
    expect(fiscalMonth(line, 0)).toBe(2);
    expect([line.daysLeft, line.daysInMonth]).toEqual([13, 30]);
    expect(line.periods.at(-1)).toMatchObject({ periodStart: "2027-02-01", first: 34, last: 45 });
    expect(reach(line, line.current)).toBe(45);
  });

  test("counts months across years", () => {
    expect(monthsBetween("2025-11-30", "2026-02-01")).toBe(3);
    expect(monthsBetween("2026-02-01", "2025-11-30")).toBe(-3);
  });
});

describe("shareAhead", () => {
  const line = lineOf(12);

  test("comes from months at the same place in the quarter", () => {
    // the origin, June, is a quarter's second month; its peers book a quarter of a month late
    const booked = Array<number>(13).fill(100);
    const point = booked.map((_, month) => ((month - line.current) % 3 === 0 ? 75 : 10));
    const series = { ...seriesOf(booked, line), bookedToPoint: point };
    expect(shareAhead(series, line, line.current)).toBe(0.25);
  });

  test("is the days' share without history", () => {
    expect(shareAhead(seriesOf([5], line), line, line.current)).toBeCloseTo(13 / 30, 12);
    expect(shareAhead(seriesOf(Array<number>(13).fill(0), line), line, line.current)).toBeCloseTo(
      13 / 30,
      12,
    );
  });
});

describe("trendSeason", () => {
  const options = { season: 0, length: 24 };

  test("continues a line and a quarter-end peak without scatter", () => {
    const truth = (t: number) => 1000 + 10 * t + (t % 3 === 2 ? 300 : 0);
    const history = Array.from({ length: 48 }, (_, t) => truth(t));
    const path = trendSeason(history, options);
    for (const j of [0, 1, 2, 11]) {
      // log of a line isn't a line, and the penalty draws to the mean: within five percent
      expect((path.mean[j] ?? 0) / truth(48 + j)).toBeGreaterThan(0.95);
      expect((path.mean[j] ?? 0) / truth(48 + j)).toBeLessThan(1.05);
    }
  });

  test("keeps within three times the largest month", () => {
    const history = Array.from({ length: 24 }, (_, t) => 4 ** t);
    const path = trendSeason(history, options);
    expect(Math.max(...path.mean)).toBeLessThanOrEqual(3 * 4 ** 23);
  });

  test("forecasts no negative bookings where there were none", () => {
    const history = Array.from({ length: 30 }, (_, t) => Math.max(0, 1000 - 50 * t));
    expect(Math.min(...trendSeason(history, options).mean)).toBeGreaterThanOrEqual(0);
  });
});

describe("fallbacks", () => {
  test("one month counts as uncertain by its whole size", () => {
    expect(meanFallback([500], 1)).toMatchObject({ mean: [500], deviation: [500], months: 1 });
  });

  test("three months weigh as much as the peers", () => {
    const path = peerFallback([100, 100, 100], { mean: 300, deviation: 60 }, 1);
    expect(path.mean).toEqual([200]);
    expect(path.deviation[0]).toBeCloseTo(60 / Math.SQRT2, 9);
  });
});

describe("calibrate", () => {
  const outlook = (fields: Partial<Outlook>): Outlook => ({
    entityType: "team",
    entityId: "North",
    period: "quarter",
    periodStart: "2026-05-01",
    first: 24,
    last: 26,
    model: "ridge_trend_season",
    origin: 25,
    horizon: 0,
    lead: 1,
    mean: 1000,
    unit: 100,
    floor: 0,
    ...fields,
  });
  const scores = (size: number, lead: number): Score[] =>
    Array.from({ length: 200 }, (_, index) => ({
      entityType: "team",
      model: "ridge_trend_season",
      period: "quarter",
      lead,
      score: (size * (index + 0.5)) / 200,
    }));

  test("reaches as far as the scores did: 80 % of scores uniform to 2 lie under 1.6", () => {
    const radius = calibrate(scores(2, 1));
    expect(radius(outlook({}), 0.8) / 100).toBeCloseTo(1.6, 1);
    expect(radius(outlook({ unit: 1000 }), 0.8) / 1000).toBeCloseTo(1.6, 1);
  });

  test("never narrows as the lead grows, beyond the leads seen too", () => {
    const radius = calibrate([...scores(1, 1), ...scores(3, 4), ...scores(2, 7)]);
    const widths = [0, 1, 4, 7, 10, 20].map((lead) => radius(outlook({ lead }), 0.95));
    expect([...widths].sort((a, b) => a - b)).toEqual(widths);
    expect(widths[5]).toBeGreaterThan(widths[3] ?? Number.NaN);
  });

  test("judges a model by its own scores", () => {
    const radius = calibrate(scores(9, 1));
    // R: qt(0.9, 5) = 1.475884
    expect(radius(outlook({ model: "mean_fallback", lead: 0 }), 0.8)).toBeCloseTo(147.5884, 3);
  });
});
