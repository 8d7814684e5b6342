import { firstAbove } from "../../statistics/isotonic-chance.ts";
import type { SparseRows } from "../../statistics/sparse-rows.ts";
import { isNumeric, type LevelColumn, type NumberColumn, type WinColumn } from "./column.ts";

/** A column of the table as columns of the design, from `start` on. */
export interface LevelPart {
  readonly column: LevelColumn;
  readonly start: number;
  /** Of each level its column of the design, counted from `start`. */
  readonly places: Int32Array;
  /** The column of rows without a value, and of those whose level is too rare. */
  readonly blank: number;
  readonly rare: number;
  readonly width: number;
}

/**
 * Numbers by their quantiles: a straight line over the knots' places (so over ranks), and at each
 * knot a tent that falls to 0 at its neighbours; together a linear spline, which the penalty draws
 * to the line. A blank has a column of its own.
 */
export interface NumberPart {
  readonly column: NumberColumn;
  readonly start: number;
  /** Rising; values beyond the ends count as the ends. */
  readonly knots: readonly number[];
  readonly width: number;
}

export type Part = LevelPart | NumberPart;

export interface Encoding {
  readonly parts: readonly Part[];
  readonly width: number;
}

/** Fewer deals than this share the column of the rare. */
const fewestOfLevel = 20;
const mostLevels = 100;
const mostKnots = 9;

export const isNumberPart = (part: Part): part is NumberPart => "knots" in part;

/** What the design's columns stand for, learnt from some rows alone. */
export function learnEncoding(columns: readonly WinColumn[], rows: readonly number[]): Encoding {
  const parts: Part[] = [];
  let start = 0;
  for (const column of columns) {
    const part = isNumeric(column)
      ? numberPart(column, start, rows)
      : levelPart(column, start, rows);
    parts.push(part);
    start += part.width;
  }
  return { parts, width: start };
}

function levelPart(column: LevelColumn, start: number, rows: readonly number[]): LevelPart {
  const counts = new Uint32Array(column.levels.length);
  for (const row of rows) {
    const code = column.codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  const frequent = [...counts.keys()]
    .filter((code) => (counts[code] ?? 0) >= fewestOfLevel)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, mostLevels)
    .sort((a, b) => a - b);
  const rare = frequent.length;
  const places = new Int32Array(column.levels.length).fill(rare);
  for (const [place, code] of frequent.entries()) places[code] = place;
  return { column, start, places, rare, blank: rare + 1, width: rare + 2 };
}

function numberPart(column: NumberColumn, start: number, rows: readonly number[]): NumberPart {
  const values = Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const at = (knot: number) => values[Math.round((knot * (values.length - 1)) / (mostKnots - 1))];
  const quantiles = Array.from({ length: mostKnots }, (_, knot) => at(knot) ?? Number.NaN);
  const distinct = [...new Set(values)];
  const knots = distinct.length <= mostKnots ? distinct : [...new Set(quantiles)];
  return { column, start, knots, width: knots.length + 2 };
}

/** All rows of the table as the encoding has them. */
export function encode({ parts, width }: Encoding, count: number): SparseRows {
  const most = parts.reduce((total, part) => total + (isNumberPart(part) ? 3 : 1), 0);
  const starts = new Uint32Array(count + 1);
  const columns = new Uint32Array(count * most);
  const values = new Float64Array(count * most);
  let filled = 0;
  const put = (column: number, value: number) => {
    if (value === 0) return;
    columns[filled] = column;
    values[filled] = value;
    filled += 1;
  };
  for (let row = 0; row < count; row++) {
    for (const part of parts) {
      if (isNumberPart(part)) putNumber(part, part.column.values[row] ?? Number.NaN, put);
      else put(part.start + placeOf(part, part.column.codes[row] ?? -1), 1);
    }
    starts[row + 1] = filled;
  }
  return { width, starts, columns: columns.slice(0, filled), values: values.slice(0, filled) };
}

/** The column of a level's code, counted from the part's start. */
export const placeOf = ({ places, blank, rare }: LevelPart, code: number): number =>
  code === -1 ? blank : (places[code] ?? rare);

/** Puts a number's columns: the line first, then the tents, last the blank. */
export function putNumber(
  { start, knots }: Pick<NumberPart, "start" | "knots">,
  value: number,
  put: (column: number, value: number) => void,
): void {
  if (Number.isNaN(value)) {
    put(start + knots.length + 1, 1);
    return;
  }
  const place = placeAmong(knots, value);
  const left = Math.floor(place);
  // of variance 1 where values spread evenly over the knots
  put(start, (place / Math.max(1, knots.length - 1) - 0.5) * Math.sqrt(12));
  put(start + 1 + left, 1 - (place - left));
  put(start + 2 + left, place - left);
}

/** Where a value stands among knots, 0 to their number − 1. */
export function placeAmong(knots: readonly number[], value: number): number {
  const above = firstAbove(knots, value);
  const [low, high] = [knots[above - 1], knots[above]];
  if (low === undefined) return 0;
  if (high === undefined) return knots.length - 1;
  return above - 1 + (value - low) / (high - low);
}
