import { addDays, addMonths, type Grain, type PlainDate } from "../calendar.ts";
import { grouped } from "../statistics/grouped.ts";
import { type Replay, replay, scoresBefore, scoresOf } from "./backtest.ts";
import { calibrate, type Radius } from "./calibration.ts";
import { monthPath } from "./month-path.ts";
import type { Model } from "./path.ts";
import { type Outlook, outlooks } from "./period-outlook.ts";
import type { Series } from "./series.ts";
import { monthStart, type Timeline } from "./timeline.ts";

/** A published forecast, whole minor units; null where nothing was ever booked by anyone. */
export interface Forecast {
  readonly target: "bookings";
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: Grain;
  readonly period_start: PlainDate;
  readonly cutoff: PlainDate;
  readonly model: Model;
  readonly mean_cents: number | null;
  readonly lower_50_cents: number | null;
  readonly upper_50_cents: number | null;
  readonly lower_80_cents: number | null;
  readonly upper_80_cents: number | null;
  readonly lower_95_cents: number | null;
  readonly upper_95_cents: number | null;
}

/** What would have been published at an earlier cutoff, beside what then was booked. */
export interface BacktestForecast extends Forecast {
  /** Periods ahead of the one that held the cutoff. */
  readonly horizon: number;
  readonly actual_cents: number;
}

/**
 * Forecasts every series by month, quarter and year to the end of the next fiscal year, with 50,
 * 80 and 95 % intervals calibrated on the replay of the same forecast in earlier quarters. The
 * replayed rows come beside it, cutoff by cutoff, each with the interval of scores known at its
 * cutoff: of a thousand teams they are too many to be held at once.
 */
export function forecastBookings(
  series: readonly Series[],
  line: Timeline,
): { forecasts: Forecast[]; backtest: Iterable<BacktestForecast[]> } {
  const replays = replay(series, line);
  const radius = calibrate(scoresBefore(scoresOf(replays), line.current));
  const forecasts = series.flatMap((one) => {
    const path = monthPath(one, series, line, line.current);
    return outlooks(one, path, line, line.current).map((outlook) => publish(outlook, radius, line));
  });
  return { forecasts, backtest: backtestOf(replays, line) };
}

function* backtestOf(replays: readonly Replay[], line: Timeline): Generator<BacktestForecast[]> {
  const scores = scoresOf(replays);
  for (const [origin, members] of grouped(replays, ({ outlook }) => outlook.origin)) {
    const radius = calibrate(scoresBefore(scores, origin));
    yield members.flatMap((member) => backtestRow(member, radius, line));
  }
}

function backtestRow({ outlook, actual }: Replay, radius: Radius, line: Timeline) {
  if (actual === null || outlook.model === "none") return [];
  return { ...publish(outlook, radius, line), horizon: outlook.horizon, actual_cents: actual };
}

function publish(outlook: Outlook, radius: Radius, line: Timeline): Forecast {
  const bound = (level: number, sign: 1 | -1) => {
    if (outlook.model === "none") return null;
    const value = Math.round(outlook.mean + sign * radius(outlook, level));
    return sign < 0 ? Math.max(outlook.floor, value) : value;
  };
  return {
    target: "bookings",
    entity_type: outlook.entityType,
    entity_id: outlook.entityId,
    period: outlook.period,
    period_start: outlook.periodStart,
    cutoff: cutoffOf(outlook.origin, line),
    model: outlook.model,
    mean_cents: outlook.model === "none" ? null : outlook.mean,
    lower_50_cents: bound(0.5, -1),
    upper_50_cents: bound(0.5, 1),
    lower_80_cents: bound(0.8, -1),
    upper_80_cents: bound(0.8, 1),
    lower_95_cents: bound(0.95, -1),
    upper_95_cents: bound(0.95, 1),
  };
}

/** The date as many days before its month's end as the as-of date. */
function cutoffOf(origin: number, line: Timeline): PlainDate {
  return addDays(addMonths(monthStart(line, origin), 1), -1 - line.daysLeft);
}
