import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { mstl } from "../../pipelines/mstl.ts";
import { forecastSeries } from "../../src/forecast/series/forecast-series.ts";
import { seasonalNaive } from "../../src/forecast/series/seasonal-naive.ts";
import { theta } from "../../src/forecast/series/theta.ts";
import { type Accuracy, accuracyOf, intervalAccuracyOf, naive2, type Trial } from "./accuracy.ts";

// npm run bench:forecast: accuracy of the series forecast on public competitions, beside R's

const folder = new URL("../../../shared/data/series/", import.meta.url);
const season = 4;
const h = 8;
const levels = [0.5, 0.8, 0.95];

/** What must hold on a set of series, by one and the same procedure. */
interface Target {
  readonly smape?: number;
  readonly mase: number;
}

/** With what R's methods reach: means over series of `forecast::thetaf` and `forecast::ets`. */
const sets: readonly { name: string; target: Target; published: readonly string[] }[] = [
  {
    name: "m3_quarterly",
    target: { smape: 9.1, mase: 1.085 },
    published: ["R thetaf             9.20   1.117", "R ets                9.68   1.170"],
  },
  {
    name: "tourism_quarterly",
    target: { mase: 1.52 },
    published: ["R thetaf                    1.661", "R ets                       1.592"],
  },
];

const common = { milliseconds: 20, coverage: [0.77, 0.83] as const, wide: [0.93, 0.97] as const };

let failed = false;
for (const { name, target, published } of sets) {
  const trials = trialsOf(name);
  const started = performance.now();
  const series = trials.map(({ id, train }) => ({ seriesId: id, y: train }));
  const forecasts = new Map(
    forecastSeries(series, { season, h, levels, mstl }).map((one) => [one.seriesId, one]),
  );
  const milliseconds = (performance.now() - started) / trials.length;
  const benchmark = accuracyOf(trials, season, (trial) => naive2(trial, season));
  const ours = accuracyOf(trials, season, ({ id }) => forecasts.get(id)?.mean ?? []);
  const line = (label: string, { smape, mase }: Accuracy) => {
    const owa = (smape / benchmark.smape + mase / benchmark.mase) / 2;
    return `  ${label.padEnd(19)}${smape.toFixed(3).padStart(7)}${mase.toFixed(4).padStart(8)}${owa.toFixed(4).padStart(8)}`;
  };
  console.log(`${name}: ${trials.length} series, ${h} steps`);
  console.log(`  ${"".padEnd(19)}  sMAPE    MASE     OWA`);
  console.log(line("quotabook", ours));
  console.log(
    line(
      "Theta alone",
      accuracyOf(trials, season, ({ train }) => theta(train, season, h)),
    ),
  );
  console.log(line("Naive 2", benchmark));
  console.log(
    line(
      "seasonal naive",
      accuracyOf(trials, season, ({ train }) => seasonalNaive(train, season, h)),
    ),
  );
  for (const text of published) console.log(`  ${text}`);
  const [, narrow, wide] = levels.map((level) => {
    const result = intervalAccuracyOf(trials, season, { forecasts, level });
    const share = (100 * result.coverage).toFixed(2);
    console.log(`  ${100 * level} % interval: coverage ${share} %, MSIS ${result.msis.toFixed(2)}`);
    return result.coverage;
  });
  console.log(`  ${milliseconds.toFixed(1)} ms a series with its back-test`);
  if (target.smape !== undefined) verdict(ours.smape <= target.smape, `sMAPE ≤ ${target.smape}`);
  verdict(ours.mase <= target.mase, `MASE ≤ ${target.mase}`);
  verdict(within(narrow, common.coverage), "coverage at 80 % within 77 to 83 %");
  verdict(within(wide, common.wide), "coverage at 95 % within 93 to 97 %");
  verdict(milliseconds < common.milliseconds, `under ${common.milliseconds} ms a series\n`);
}
if (failed) process.exitCode = 1;

function trialsOf(name: string): Trial[] {
  const text = readFileSync(new URL(`${name}.csv`, folder), "utf8");
  const rows: Record<"id" | "train" | "test", string>[] = parse(text, { columns: true });
  const numbers = (cell: string) => cell.trim().split(/\s+/).map(Number);
  return rows.map(({ id, train, test }) => ({ id, train: numbers(train), test: numbers(test) }));
}

function verdict(holds: boolean, text: string): void {
  failed ||= !holds;
  console.log(`  ${holds ? "holds" : "FAILS"}  ${text}`);
}

function within(value: number | undefined, [low, high]: readonly [number, number]): boolean {
  return value !== undefined && value >= low && value <= high;
}
