import { drawing, rateAxis, wrapped } from "./plotting.js";
import { countMarks, dotMarks, type Shown, wholeMarks } from "./rateMarks.js";

/** A rate of one value with its range, as a chart draws it. */
export interface RateDot {
  readonly label: string;
  /** How many it rests on. */
  readonly n: number;
  /** Null for too few, which is said in its place. */
  readonly rate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** A second rate beside it, such as with all else alike. */
  readonly other?: number | null;
  readonly isDifferent: boolean;
}

export interface RateChartOptions {
  /** What the rate is of, for the axis. */
  readonly axis: string;
  /** The rate of all together. */
  readonly whole: number | null;
  readonly unit: readonly [one: string, many: string];
}

/** Rates by value with their ranges, highest first; those that can't be told of come last. */
export function rateChart(
  rows: readonly RateDot[],
  { axis, whole, unit }: RateChartOptions,
  width: number,
): Element {
  const narrow = width < 520;
  const ordered = [...rows].sort(
    (a, b) => (b.rate ?? -1) - (a.rate ?? -1) || b.n - a.n || (a.label < b.label ? -1 : 1),
  );
  const shown = ordered.filter(
    (row): row is Shown => row.rate !== null && row.lower !== null && row.upper !== null,
  );
  return drawing(width, {
    height: 74 + ordered.length * 26,
    marginLeft: narrow ? 116 : 190,
    marginRight: narrow ? 56 : 76,
    marginTop: 34,
    x: rateAxis(axis, narrow),
    y: {
      label: null,
      domain: ordered.map(({ label }) => label),
      tickSize: 0,
      tickFormat: (label: string) => wrapped(label, narrow ? 17 : 30),
    },
    marks: [...wholeMarks(whole), ...dotMarks(shown, unit), ...countMarks(ordered, unit[1])],
  });
}
