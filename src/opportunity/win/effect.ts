import { logisticFit } from "../../statistics/logistic.ts";
import { z95 } from "../../statistics/normal.ts";
import type { SparseRows } from "../../statistics/sparse-rows.ts";
import type { Interval } from "../../statistics/wilson.ts";
import { isNumberPart, type LevelPart, type NumberPart, type Part, putNumber } from "./encoding.ts";
import type { WinModel } from "./model.ts";

/** What a value of a column does to the odds of winning, all other columns held fixed. */
export interface Effect {
  readonly column: string;
  readonly kind: Part["column"]["kind"];
  /** A level, a number, a day; null for a blank, "rare" for all levels too rare to tell apart. */
  readonly value: string | number | null | { readonly rare: true };
  /** Deals of that level; of a number those in its tenth of the deals. */
  readonly n: number;
  /** Odds of winning over those of the average deal, with their 95 % interval. */
  readonly oddsRatio: number;
  readonly interval: Interval;
}

interface Contrast extends Pick<Effect, "value" | "n"> {
  /** The part's columns at that value. */
  readonly entries: ReadonlyMap<number, number>;
}

const fewestToTell = 10;

/**
 * The effect of each level, and of low and high numbers (the 10th and the 90th percentile), against
 * the average over all deals, the strongest first: by the end of the interval that is nearer to no
 * effect. Those whose interval holds no effect are left out.
 */
export function effectsOf({ encoding, design, precision, mode }: WinModel): Effect[] {
  const { covariance, coefficients } = logisticFit(design, { precision, start: mode });
  const means = columnMeans(design);
  const effects = encoding.parts.flatMap((part) =>
    contrastsOf(part, means, design.starts.length - 1).map(({ entries, ...told }): Effect => {
      const weights = Array.from({ length: part.width }, (_, k) => {
        const place = part.start + k;
        return (entries.get(place) ?? 0) - (means[place] ?? Number.NaN);
      });
      const sum = (of: (k: number) => number) =>
        weights.reduce((total, weight, k) => total + weight * of(part.start + k), 0);
      const log = sum((k) => coefficients[k] ?? Number.NaN);
      const shared = (k: number) => sum((j) => covariance[k + 1]?.[j + 1] ?? Number.NaN);
      const reach = z95 * Math.sqrt(sum(shared));
      const interval = { lower: Math.exp(log - reach), upper: Math.exp(log + reach) };
      const { name: column, kind } = part.column;
      return { column, kind, ...told, oddsRatio: Math.exp(log), interval };
    }),
  );
  return effects
    .filter((effect) => leastEffect(effect) > 0)
    .sort((a, b) => leastEffect(b) - leastEffect(a) || (a.column < b.column ? -1 : 1));
}

/** The distance of the interval from an odds ratio of 1, as a logarithm; negative where it holds 1. */
const leastEffect = ({ interval: { lower, upper } }: Effect) =>
  Math.max(Math.log(lower), -Math.log(upper));

function columnMeans({ width, starts, columns, values }: SparseRows): Float64Array {
  const sums = new Float64Array(width);
  for (const [k, column] of columns.entries()) {
    sums[column] = (sums[column] ?? Number.NaN) + (values[k] ?? Number.NaN);
  }
  return sums.map((sum) => sum / (starts.length - 1));
}

const contrastsOf = (part: Part, means: Float64Array, rows: number): Contrast[] =>
  (isNumberPart(part)
    ? numberContrasts(part, means, rows)
    : levelContrasts(part, means, rows)
  ).filter(({ n }) => n >= fewestToTell);

function levelContrasts(part: LevelPart, means: Float64Array, rows: number): Contrast[] {
  const at = (place: number, value: Effect["value"]): Contrast => ({
    value,
    n: Math.round((means[part.start + place] ?? 0) * rows),
    entries: new Map([[part.start + place, 1]]),
  });
  const levels = part.column.levels.flatMap((level, code) =>
    part.places[code] === part.rare ? [] : at(part.places[code] ?? part.rare, level),
  );
  return [...levels, at(part.rare, { rare: true }), at(part.blank, null)];
}

function numberContrasts(part: NumberPart, means: Float64Array, rows: number): Contrast[] {
  const { column, start, knots } = part;
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const percentile = (share: number) => sorted[Math.round(share * (sorted.length - 1))];
  const blank = start + knots.length + 1;
  const blanks: Contrast = {
    value: null,
    n: Math.round((means[blank] ?? 0) * rows),
    entries: new Map([[blank, 1]]),
  };
  const ends = [...new Set([percentile(0.1), percentile(0.9)])].flatMap((value) => {
    if (value === undefined || knots.length < 2) return [];
    const entries = new Map<number, number>();
    putNumber(part, value, (place, entry) => entries.set(place, entry));
    return { value, n: Math.round(sorted.length / 10), entries };
  });
  return [...ends, blanks];
}
