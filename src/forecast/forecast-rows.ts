import type { Grain, PlainDate } from "../calendar.ts";
import type { Company } from "./base.ts";
import type { Model } from "./months-ahead.ts";
import type { Outlook } from "./outlook.ts";
import { bookedBetween } from "./scored.ts";
import type { CutoffForecast } from "./track.ts";

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

/** What would have been published at an earlier cutoff, beside what was booked by then. */
export interface PastForecast extends Forecast {
  readonly booked_cents: number;
}

/** Every period's forecast of every entity that is there at a cutoff. */
export function forecastRows({ hierarchy }: Company, forecast: CutoffForecast): Forecast[] {
  return forecast.outlooks.map((outlook) => {
    const entity = hierarchy.entities[outlook.entity];
    return {
      target: "bookings",
      entity_type: entity?.entityType ?? "",
      entity_id: entity?.entityId ?? "",
      period: outlook.period,
      period_start: outlook.periodStart,
      cutoff: forecast.months.cutoff.date,
      model: outlook.model,
      ...amountsOf(outlook, forecast),
    };
  });
}

/** The same of a past cutoff, of periods that are over. */
export function backtestRows(company: Company, forecast: CutoffForecast): BacktestForecast[] {
  const rows = forecastRows(company, forecast);
  return forecast.outlooks.flatMap((outlook, k) => {
    const row = rows[k];
    if (!row || outlook.last >= company.line.current || outlook.model === "none") return [];
    const months = company.booked.byEntity[outlook.entity] ?? new Float64Array();
    return [{ ...row, horizon: outlook.horizon, actual_cents: bookedBetween(months, outlook) }];
  });
}

/** What would have been published at a past cutoff of totals' periods that aren't over yet. */
export function pastRows(company: Company, forecast: CutoffForecast): PastForecast[] {
  const outlooks = unfinished(company, forecast).filter(
    ({ entity }) => company.hierarchy.entities[entity]?.entityType !== "rep",
  );
  const rows = forecastRows(company, { ...forecast, outlooks });
  return rows.map((row, k) => ({ ...row, booked_cents: outlooks[k]?.done ?? Number.NaN }));
}

/** The outlooks of periods that aren't over at the as-of date, where anything is known of them. */
export const unfinished = ({ line }: Company, { outlooks }: CutoffForecast): Outlook[] =>
  outlooks.filter(({ last, model }) => last >= line.current && model !== "none");

function amountsOf(outlook: Outlook, { reach }: CutoffForecast) {
  const isUnknown = outlook.model === "none";
  const { mean, spread, floor } = outlook;
  const lower = (level: number) =>
    isUnknown ? null : Math.max(floor, mean - Math.round(spread.below * reach(outlook, level)));
  const upper = (level: number) =>
    isUnknown ? null : mean + Math.round(spread.above * reach(outlook, level));
  return {
    mean_cents: isUnknown ? null : mean,
    lower_50_cents: lower(0.5),
    upper_50_cents: upper(0.5),
    lower_80_cents: lower(0.8),
    upper_80_cents: upper(0.8),
    lower_95_cents: lower(0.95),
    upper_95_cents: upper(0.95),
  };
}
