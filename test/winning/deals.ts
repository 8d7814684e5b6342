import type { Cell } from "../../src/winning/cell.ts";
import type { Pattern } from "../../src/winning/design.ts";
import { uniforms } from "../quota/sales-force.ts";

/** Values of a dimension of simulated deals, and what each adds to the log-odds of winning. */
export type Effects = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface SimulatedDeals {
  readonly cells: readonly Cell[];
  readonly patterns: readonly Pattern[];
  readonly won: number;
  readonly lost: number;
}

/**
 * Deals of which each has a value of every dimension, drawn evenly, or as `follows` says by another
 * dimension's value, and is won by the log-odds of its values.
 */
export function simulatedDeals(
  effects: Effects,
  {
    count,
    seed,
    base = -1,
    follows,
  }: {
    readonly count: number;
    readonly seed: number;
    readonly base?: number;
    /** The dimension that takes its value from another's most of the time, by their places. */
    readonly follows?: { readonly dimension: string; readonly of: string; readonly share: number };
  },
): SimulatedDeals {
  const draw = uniforms(seed);
  const tally = new Map<string, { values: Record<string, string>; won: number; lost: number }>();
  for (let deal = 0; deal < count; deal++) {
    const values: Record<string, string> = {};
    for (const [dimension, names] of Object.entries(effects)) {
      const all = Object.keys(names);
      values[dimension] = all[Math.floor(draw() * all.length)] ?? "";
      if (follows?.dimension === dimension && draw() < follows.share) {
        const place = Object.keys(effects[follows.of] ?? {}).indexOf(values[follows.of] ?? "");
        values[dimension] = all[place] ?? "";
      }
    }
    const odds = Object.entries(values).reduce((sum, [d, v]) => sum + (effects[d]?.[v] ?? 0), base);
    const isWon = draw() < 1 / (1 + Math.exp(-odds));
    const key = JSON.stringify(values);
    const found = tally.get(key) ?? { values, won: 0, lost: 0 };
    tally.set(key, found);
    if (isWon) found.won += 1;
    else found.lost += 1;
  }
  const patterns = [...tally.values()];
  return { cells: cellsOf(patterns), patterns, ...whole(patterns) };
}

function cellsOf(patterns: readonly Pattern[]): Cell[] {
  const cells = new Map<string, { dimension: string; value: string; won: number; lost: number }>();
  for (const { values, won, lost } of patterns) {
    for (const [dimension, value] of Object.entries(values)) {
      const cell = cells.get(`${dimension} ${value}`) ?? { dimension, value, won: 0, lost: 0 };
      cells.set(`${dimension} ${value}`, cell);
      cell.won += won;
      cell.lost += lost;
    }
  }
  return [...cells.values()];
}

const whole = (patterns: readonly Pattern[]) => ({
  won: patterns.reduce((sum, pattern) => sum + pattern.won, 0),
  lost: patterns.reduce((sum, pattern) => sum + pattern.lost, 0),
});

/** A dimension of values that make no difference. */
export const idle = (name: string, count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, 0]));
