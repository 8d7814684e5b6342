import type { PlainDate } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import {
  backtestRows,
  type Forecast,
  forecastRows,
  pastRows,
} from "../../src/forecast/forecast-rows.ts";
import type { CutoffForecast } from "../../src/forecast/track.ts";
import type { CutoffForecasts } from "../../src/forecast/ways.ts";
import { type TargetOf, targetRows } from "./targets.ts";

/** The tables that forecasts are written to. */
export type Written = "forecast" | "forecast_backtest" | "forecast_past" | "forecast_target";

/** What a cutoff's forecast adds to each table. */
export function rowsAt(
  company: Company,
  one: CutoffForecasts,
  { targetOf, asOf }: { readonly targetOf: TargetOf; readonly asOf: PlainDate },
): [Written, object[]][] {
  const { published, isWeekly, cutoff } = one;
  const isNow = cutoff.date === asOf;
  const targets = targetRows(company, published, { targetOf, withReps: isNow });
  if (isNow) {
    return [
      ["forecast", rowsOf(one, (way) => forecastRows(company, way))],
      ["forecast_target", targets],
    ];
  }
  const tested = isWeekly ? [] : rowsOf(one, (way) => backtestRows(company, way));
  return [
    ["forecast_backtest", tested],
    ["forecast_past", pastRows(company, published)],
    ["forecast_target", targets],
  ];
}

/** What is published, and what the series and the pipeline say by themselves. */
function rowsOf(
  { published, parts }: CutoffForecasts,
  rowsIn: (way: CutoffForecast) => readonly Forecast[],
): object[] {
  const own = rowsIn(published).map((row) => ({ ...row, is_published: true }));
  if (!parts) return own;
  const alone = [
    ...rowsIn(parts.series).map((row) => ({ ...row, model: "series" })),
    ...rowsIn(parts.pipeline),
  ];
  return [...own, ...alone.map((row) => ({ ...row, is_published: false }))];
}
