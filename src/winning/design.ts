import { grouped } from "../statistics/grouped.ts";
import type { Trials } from "../statistics/sparse-rows.ts";
import { unknownValue } from "./cell.ts";

/** Deals that have the same value of every dimension. */
export interface Pattern {
  readonly values: Readonly<Record<string, string>>;
  readonly won: number;
  readonly lost: number;
}

/** One value of a dimension as a column of the design. */
export interface Column {
  readonly dimension: string;
  /** Null stands for all values that are too rare for a column of their own. */
  readonly value: string | null;
  readonly trials: number;
  readonly won: number;
}

export interface Design {
  readonly columns: readonly Column[];
  /** As many as patterns: their columns, one a dimension in the order of `dimensions`. */
  readonly rows: readonly Trials[];
  readonly dimensions: readonly string[];
}

export interface DesignOptions {
  /** The dimensions that may go in; those with a single value stay out. */
  readonly dimensions: readonly string[];
  /** Fewer decided deals than this get no column of their own. */
  readonly minCell: number;
  /** The most columns of a dimension, its most frequent values. */
  readonly most?: number;
}

/** Patterns as rows of a logistic regression: for each dimension the column of the deal's value. */
export function designOf(
  patterns: readonly Pattern[],
  { dimensions, minCell, most = 25 }: DesignOptions,
): Design {
  const columns: Column[] = [];
  const places: Map<string, number>[] = [];
  const used: string[] = [];
  for (const dimension of dimensions) {
    const found = columnsOf(patterns, dimension, { minCell, most });
    if (found.length < 2) continue;
    places.push(new Map(found.map(({ value }, index) => [String(value), columns.length + index])));
    columns.push(...found);
    used.push(dimension);
  }
  const rows = patterns.map(({ values, won, lost }) => ({
    columns: used.map((dimension, index) => {
      const place = places[index];
      return place?.get(values[dimension] ?? unknownValue) ?? place?.get("null") ?? Number.NaN;
    }),
    successes: won,
    trials: won + lost,
  }));
  return { columns, rows, dimensions: used };
}

/** A dimension's values as columns, in the order of their names, the rare ones last as one. */
function columnsOf(
  patterns: readonly Pattern[],
  dimension: string,
  { minCell, most }: { minCell: number; most: number },
): Column[] {
  const groups = grouped(patterns, ({ values }) => values[dimension] ?? unknownValue);
  const all = [...groups].map(([value, members]): Column & { value: string } => {
    const won = members.reduce((total, pattern) => total + pattern.won, 0);
    const trials = members.reduce((total, pattern) => total + pattern.won + pattern.lost, 0);
    return { dimension, value, trials, won };
  });
  const frequent = all
    .filter(({ trials }) => trials >= minCell)
    .sort((a, b) => b.trials - a.trials || (a.value < b.value ? -1 : 1))
    .slice(0, most);
  const kept = new Set(frequent.map(({ value }) => value));
  const rare = all.filter(({ value }) => !kept.has(value));
  const named = frequent.sort((a, b) => (a.value < b.value ? -1 : 1));
  if (rare.length === 0) return named;
  const sum = (part: "trials" | "won") => rare.reduce((total, column) => total + column[part], 0);
  return [...named, { dimension, value: null, trials: sum("trials"), won: sum("won") }];
}
