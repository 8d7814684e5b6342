import { holm } from "../statistics/holm.ts";
import { twoSidedProbability, z95 } from "../statistics/normal.ts";
import type { Interval } from "../statistics/wilson.ts";

/**
 * Won value v and effort e of a part of the deals, with sums over accounts: of the products of what
 * an account has in the part, and of that with what the account has in all parts, V and E.
 */
export interface EffortSums {
  readonly value: number;
  readonly effort: number;
  readonly vv: number;
  readonly ve: number;
  readonly ee: number;
  readonly vV: number;
  readonly vE: number;
  readonly eV: number;
  readonly eE: number;
}

/** What a part of the effort brought, measured by what all effort brought. */
export interface Yield {
  /** Of all won value and of all effort, fractions. */
  readonly valueShare: number;
  readonly effortShare: number;
  /** The first over the second: 1 brings as much for its effort as all deals together. */
  readonly index: number;
  /** 95 %; null where nothing was won. */
  readonly interval: Interval | null;
  /** The p value of an index of 1; null where nothing was won. */
  readonly probability: number | null;
}

/** All parts together. */
export interface WholeEffort {
  readonly value: number;
  readonly effort: number;
  readonly VV: number;
  readonly VE: number;
  readonly EE: number;
}

/** The whole, from parts that share no deal: over an account's parts, v sums to V. */
export function wholeEffort(parts: readonly EffortSums[]): WholeEffort {
  const sum = (part: keyof EffortSums) => parts.reduce((total, sums) => total + sums[part], 0);
  return {
    value: sum("value"),
    effort: sum("effort"),
    VV: sum("vV"),
    VE: sum("vE"),
    EE: sum("eE"),
  };
}

/**
 * The yield of a part of the deals. The interval is that of a ratio of sums on the log scale, its
 * variance the sum of squares of each account's influence on it (infinitesimal jackknife: Jaeckel
 * 1972; Efron & Tibshirani 1993, An introduction to the bootstrap, ch. 21), so that an account
 * whose deals end alike counts once.
 *
 * @returns null where the whole or the part has no effort, or the whole no value
 */
export function yieldOf(part: EffortSums, whole: WholeEffort): Yield | null {
  if (part.effort <= 0 || whole.effort <= 0 || whole.value <= 0) return null;
  const [valueShare, effortShare] = [part.value / whole.value, part.effort / whole.effort];
  const index = valueShare / effortShare;
  if (part.value <= 0) return { valueShare, effortShare, index, interval: null, probability: null };
  const error = Math.sqrt(influence(part, whole));
  const log = Math.log(index);
  const interval = { lower: Math.exp(log - z95 * error), upper: Math.exp(log + z95 * error) };
  const probability = error < tiny ? 1 : twoSidedProbability(log / error);
  return { valueShare, effortShare, index, interval, probability };
}

/** What rounding leaves of a spread of nothing. */
const tiny = 1e-6;

/** Σ over accounts of (v·a − e·b − V·c + E·d)², multiplied out so that no account need be read. */
function influence(part: EffortSums, whole: WholeEffort): number {
  const [a, b] = [1 / part.value, 1 / part.effort];
  const [c, d] = [1 / whole.value, 1 / whole.effort];
  const own = a * a * part.vv - 2 * a * b * part.ve + b * b * part.ee;
  const all = c * c * whole.VV - 2 * c * d * whole.VE + d * d * whole.EE;
  const both = a * c * part.vV - a * d * part.vE - b * c * part.eV + b * d * part.eE;
  return Math.max(0, own + all - 2 * both);
}

/** The p values of yields corrected for how many are tested together; null stays null. */
export function correctedYields(yields: readonly (Yield | null)[]): (number | null)[] {
  const tested = yields.flatMap((row, index) =>
    row?.probability === null || row === null ? [] : [{ index, probability: row.probability }],
  );
  const corrected = holm(tested.map(({ probability }) => probability));
  const byIndex = new Map(tested.map(({ index }, rank) => [index, corrected[rank] ?? Number.NaN]));
  return yields.map((_, index) => byIndex.get(index) ?? null);
}
