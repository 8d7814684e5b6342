import { mstl } from "../../pipelines/mstl.ts";
import { addDays, addMonths } from "../../src/calendar.ts";
import type { Drivers } from "../../src/forecast/drivers.ts";
import { forecastBookings } from "../../src/forecast/forecast.ts";
import {
  type BacktestForecast,
  backtestRows,
  type Forecast,
  forecastRows,
} from "../../src/forecast/forecast-rows.ts";
import type { DayBooking, Seller } from "../../src/forecast/hierarchy.ts";
import { monthStart, type Timeline, timeline } from "../../src/forecast/timeline.ts";

/** As of the middle of the second month of a quarter; fiscal years begin in February. */
export const asOf = "2026-06-17";
export const calendar = { startMonth: 2 };

/** A timeline of `months` complete months and the current one. */
export function lineOf(months: number): Timeline {
  const first = new Date(Date.UTC(2026, 5 - months, 1)).toISOString().slice(0, 10);
  return timeline(first, asOf, calendar);
}

/** A rep of a team, there from the first. */
export function seller(repId: string, fields: Partial<Seller> = {}): Seller {
  return {
    repId,
    teamId: "North",
    regionId: "East",
    role: "account_executive",
    hiredOn: null,
    leftOn: null,
    ...fields,
  };
}

/**
 * What a rep booked, month by month up to the current one: a given share of a month by the point
 * of the as-of day, the rest on its last day.
 */
export function daysOf(
  booked: readonly number[],
  line: Timeline,
  { repId = "ann", segment = "Large", share = 0.4 } = {},
): DayBooking[] {
  const start = line.current - booked.length + 1;
  return booked.flatMap((value, k) => {
    const month = monthStart(line, start + k);
    const early = Math.round(value * share);
    const days = [{ repId, segment, date: addDays(month, 9), cents: early }];
    if (start + k === line.current) return days;
    const end = addDays(addMonths(month, 1), -1);
    return [...days, { repId, segment, date: end, cents: value - early }];
  });
}

/** What is forecast of a company now, and what was at past cutoffs. */
export function forecastOf(
  sellers: readonly Seller[],
  days: readonly DayBooking[],
  line: Timeline,
  drivers?: Drivers,
): { forecasts: Forecast[]; backtest: BacktestForecast[] } {
  const given = { company: "Acme", sellers, days, line, mstl, ...(drivers ? { drivers } : {}) };
  const { company, cutoffs } = forecastBookings(given);
  const forecasts: Forecast[] = [];
  const backtest: BacktestForecast[] = [];
  for (const one of cutoffs) {
    if (one.isWeekly) continue;
    const isNow = one.cutoff.origin === line.current;
    if (isNow) forecasts.push(...forecastRows(company, one.published));
    else backtest.push(...backtestRows(company, one.published));
  }
  return { forecasts, backtest };
}

/** The forecast of a company of one rep, whose history ends with the current month. */
export function forecastOne(booked: readonly number[]): Forecast[] {
  const line = lineOf(booked.length - 1);
  const days = daysOf(booked, line).filter(({ cents }) => cents !== 0);
  return forecastOf([seller("ann")], days, line).forecasts.filter(
    ({ entity_type }) => entity_type === "company",
  );
}

/** Bounds and mean, lowest first as they should be. */
export const bounds = (row: Forecast) => [
  row.lower_95_cents,
  row.lower_80_cents,
  row.lower_50_cents,
  row.mean_cents,
  row.upper_50_cents,
  row.upper_80_cents,
  row.upper_95_cents,
];

/** Monthly bookings with growth, a quarter-end peak and scatter from a fixed seed. */
export function simulated(months: number, seed: number, level = 1e8): number[] {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return Array.from({ length: months + 1 }, (_, month) => {
    const place = [0.7, 0.8, 1.5][month % 3] ?? 1;
    return Math.round(level * place * Math.exp(0.01 * month + 0.15 * normal()));
  });
}
