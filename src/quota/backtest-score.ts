import { quantileSorted } from "simple-statistics";
import { calibrationLine, calibrationSlices } from "../statistics/calibration.ts";
import { grouped } from "../statistics/grouped.ts";
import { oddsOf } from "../statistics/odds.ts";
import { brierScore } from "../statistics/proper-scores.ts";
import { rankCorrelation } from "../statistics/rank-correlation.ts";
import { wilson } from "../statistics/wilson.ts";
import type { BacktestRow } from "./backtest.ts";

/** How the quotas of a rule fared; null where it can't be told. */
export interface BacktestScore {
  readonly period: string;
  readonly rule: string;
  /** Quotas, of all periods of the grain. */
  readonly quotas: number;
  /** Σ |quota − bookings| over Σ bookings. */
  readonly error: number | null;
  /** Distance between the quartiles of attainment. */
  readonly spread: number;
  readonly shareAtQuota: number;
  /** What the odds said that share would be. */
  readonly expectedShare: number;
  /** Spearman's, of quota with bookings; mean over periods. */
  readonly rankCorrelation: number | null;
  readonly brier: number;
  /** Of outcomes on the log-odds, 1 is calibrated, with its 95 % range. */
  readonly slope: number | null;
  readonly slopeLower: number | null;
  readonly slopeUpper: number | null;
}

/** Odds of one value alone have no slope: equal odds are the recommendation's aim. */
const leastSpread = 0.05;

/** Scores by grain and rule, each over all its periods. */
export function scoreBacktest(rows: readonly BacktestRow[]): BacktestScore[] {
  const groups = grouped(
    rows.filter(({ quota }) => quota > 0),
    ({ period, rule }) => `${period} ${rule}`,
  );
  return [...groups.values()].flatMap((own) => (own[0] ? [scoreOf(own[0], own)] : []));
}

function scoreOf({ period, rule }: BacktestRow, rows: readonly BacktestRow[]): BacktestScore {
  const attained = rows.map(({ actual, quota }) => actual / quota).sort((a, b) => a - b);
  const outcomes = rows.map(({ actual, quota }) => (actual >= quota ? 1 : 0));
  const odds = rows.map((row) => row.odds);
  const booked = sum(rows.map(({ actual }) => actual));
  const missed = sum(rows.map(({ actual, quota }) => Math.abs(quota - actual)));
  return {
    period,
    rule,
    quotas: rows.length,
    error: booked > 0 ? missed / booked : null,
    spread: quantileSorted(attained, 0.75) - quantileSorted(attained, 0.25),
    shareAtQuota: sum(outcomes) / rows.length,
    expectedShare: sum(odds) / rows.length,
    rankCorrelation: meanRank(rows),
    brier: brierScore(odds, outcomes),
    ...slopeOf(odds, outcomes),
  };
}

function meanRank(rows: readonly BacktestRow[]): number | null {
  const periods = [...grouped(rows, ({ periodStart }) => periodStart).values()];
  const known = periods
    .map((own) =>
      rankCorrelation(
        own.map(({ quota }) => quota),
        own.map(({ actual }) => actual),
      ),
    )
    .filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

function slopeOf(odds: readonly number[], outcomes: readonly number[]) {
  const isVaried = Math.max(...odds) - Math.min(...odds) > leastSpread;
  const isMixed = outcomes.includes(0) && outcomes.includes(1);
  if (!isVaried || !isMixed) return { slope: null, slopeLower: null, slopeUpper: null };
  const { slope, slopeInterval } = calibrationLine(odds.map(logOddsOf), outcomes);
  return { slope, slopeLower: slopeInterval.lower, slopeUpper: slopeInterval.upper };
}

/** Quotas of like odds: what these said, and how many were attained. */
export interface ReliabilitySlice {
  readonly period: string;
  readonly slice: number;
  readonly quotas: number;
  readonly expected: number;
  readonly attained: number;
  /** 95 % range of the attained share, as if reps didn't share their periods' luck. */
  readonly lower: number;
  readonly upper: number;
}

/** Fifths of all quotas by their odds, by grain. */
export function reliabilityOf(rows: readonly BacktestRow[]): ReliabilitySlice[] {
  return [...grouped(rows, ({ period }) => period)].flatMap(([period, own]) =>
    calibrationSlices(
      own.map(({ odds }) => odds),
      own.map(({ actual, quota }) => (actual >= quota ? 1 : 0)),
      5,
    ).map(({ n, expected, won }, slice) => {
      const { lower, upper } = wilson(won, n);
      return { period, slice, quotas: n, expected, attained: won / n, lower, upper };
    }),
  );
}

const surest = 1e-4;
const logOddsOf = (chance: number) => oddsOf(Math.min(1 - surest, Math.max(surest, chance)));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
