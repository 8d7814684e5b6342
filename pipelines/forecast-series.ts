import { writeFileSync } from "node:fs";
import { formatCsv } from "../src/csv.ts";
import { InputError } from "../src/errors.ts";
import { forecastSeries, type SeriesForecast } from "../src/forecast/series/forecast-series.ts";
import { readSeries } from "../src/forecast/series/table.ts";
import { mstl } from "./mstl.ts";
import { readTableFile } from "./table-file.ts";

/** What the command line says, unread. */
export interface ForecastSeriesFlags {
  readonly season: string;
  readonly h: string;
  readonly level: string;
  readonly out?: string;
}

const expected = "Name a CSV file with the columns series_id, t (or date) and y.";

/** More steps than any table is meant to hold. */
const largestSteps = 1000;

/**
 * Forecasts every series of a CSV file `series_id,t,y` or `series_id,date,y`.
 *
 * @returns the forecasts as CSV, `series_id,step,mean,lower_<level>,upper_<level>`, and a sentence on
 *   what the ranges rest on
 * @throws InputError where an option, the file or a row can't be read
 */
export async function forecastFile(
  file: string,
  { season, h, level }: Pick<ForecastSeriesFlags, "season" | "h" | "level">,
): Promise<{ text: string; basis: string }> {
  const options = {
    season: wholeNumber("season", season),
    h: wholeNumber("h", h),
    levels: levelsOf(level),
    mstl,
  };
  const table = await readTableFile(file, expected);
  const forecasts = forecastSeries(readSeries(table), options);
  return { text: tableOf(forecasts, options.levels), basis: basisOf(forecasts) };
}

/** @throws InputError where the file can't be written */
export function writeForecast(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    const remedy = `Name a file in a folder that exists (${String(cause)}).`;
    throw new InputError(`unwritable file: ${file}`, { file, remedy });
  }
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= largestSteps) return value;
  throw new InputError(`invalid ${name}: ${text}`, {
    remedy: `Give --${name} as a whole number from 1 to ${largestSteps}.`,
  });
}

/** Levels as shares, ascending, each once. */
function levelsOf(text: string): number[] {
  const levels = text.split(",").map((part) => {
    const percent = part.trim() === "" ? Number.NaN : Number(part);
    if (percent > 0 && percent < 100) return percent;
    throw new InputError(`invalid level: "${part.trim()}"`, {
      remedy: "Give --level as percentages between 0 and 100: 50,80,95.",
    });
  });
  return [...new Set(levels)].sort((a, b) => a - b).map((percent) => percent / 100);
}

function tableOf(forecasts: readonly SeriesForecast[], levels: readonly number[]): string {
  const bounds = levels.flatMap((level, index) =>
    (["lower", "upper"] as const).map((side) => ({
      heading: `${side}_${Number((100 * level).toFixed(10))}`,
      value: ({ forecast, k }: Row) => numeral(forecast.intervals[index]?.[side][k]),
    })),
  );
  const columns = [
    { heading: "series_id", value: ({ forecast }: Row) => forecast.seriesId },
    { heading: "step", value: ({ k }: Row) => k + 1 },
    { heading: "mean", value: ({ forecast, k }: Row) => numeral(forecast.mean[k]) },
    ...bounds,
  ];
  const rows = forecasts.flatMap((forecast) => forecast.mean.map((_, k): Row => ({ forecast, k })));
  return formatCsv(columns, rows);
}

/** One step of one series. */
interface Row {
  readonly forecast: SeriesForecast;
  readonly k: number;
}

/** Twelve significant digits: the same text on every machine, and more than any forecast knows. */
const numeral = (value: number | undefined) =>
  value === undefined ? null : Number(value.toPrecision(12));

function basisOf(forecasts: readonly SeriesForecast[]): string {
  const count = forecasts[0]?.countScores ?? 0;
  const way = count < 40 ? "Student-t on them, since they are fewer than 40" : "their quantiles";
  const short = forecasts.filter(({ model }) => model !== "combination");
  const names = short.map(({ seriesId }) => seriesId).join(", ");
  const told = short.length > 0 ? ` Too short for more than a mean: ${names}.` : "";
  return `${forecasts.length} series; ranges rest on ${count} back-tested errors (${way}).${told}${gapsOf(forecasts)}`;
}

function gapsOf(forecasts: readonly SeriesForecast[]): string {
  const gaps = forecasts.filter(({ filled }) => filled > 0);
  const told = gaps.map(({ seriesId, filled }) => `${seriesId} (${filled})`).join(", ");
  return gaps.length === 0 ? "" : ` Missing steps filled between their neighbours: ${told}.`;
}
