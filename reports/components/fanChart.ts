import * as Plot from "npm:@observablehq/plot";
import { formatChance, formatMoney, formatPeriod } from "../src/format.js";
import { bandLabels } from "./bandLabels.js";
import type { HistoryRow, PathRow, RangeRow } from "./forecastRows.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

const bands = [
  ["lower_95_cents", "upper_95_cents", 0.1],
  ["lower_80_cents", "upper_80_cents", 0.16],
  ["lower_50_cents", "upper_50_cents", 0.26],
] as const;

/** What was booked, what is forecast, and what was forecast of the same periods before. */
export interface Fan {
  readonly history: readonly HistoryRow[];
  readonly ranges: readonly RangeRow[];
  readonly past: readonly PathRow[];
}

/** What was booked, then the forecast with its 50, 80 and 95 % ranges, and the target where there is one. */
export function fanChart(
  { history, ranges, past: earlier }: Fan,
  money: Money,
  width: number,
): Element {
  const amount = (cents: number) => cents / 10 ** money.currency_digits;
  const past = history.filter((row) => row.is_complete === 1);
  const tail = past.slice(-1).map(joint);
  const height = width < 520 ? 280 : 400;
  return drawing(width, {
    height,
    marginRight: 48,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: moneyAxis(money.currency),
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      ...bandMarks([...tail, ...ranges], amount),
      Plot.lineY(past, {
        x: (row) => day(row.period_start),
        y: (row) => amount(row.booked_cents),
        stroke: ink.text,
        strokeWidth: 1.75,
      }),
      Plot.dot(earlier, {
        x: (row) => day(row.period_start),
        y: (row) => amount(row.mean_cents),
        r: 2,
        fill: ink.muted,
        fillOpacity: 0.45,
      }),
      ...bandLabels({ ranges, history: past }, amount, height),
      ...targetMarks(ranges, amount),
      tips(ranges, money, amount),
    ],
  });
}

/** The bands from widest to narrowest, and what is expected as a line over them. */
function bandMarks(ranges: readonly ReturnType<typeof joint>[], amount: (cents: number) => number) {
  return [
    ...bands.map(([lower, upper, fillOpacity]) =>
      Plot.areaY(ranges, {
        x: (row) => day(row.period_start),
        y1: (row) => amount(Math.max(0, row[lower])),
        y2: (row) => amount(row[upper]),
        fill: ink.now,
        fillOpacity,
      }),
    ),
    Plot.lineY(ranges, {
      x: (row) => day(row.period_start),
      y: (row) => amount(row.mean_cents),
      stroke: ink.now,
      strokeWidth: 2.25,
    }),
  ];
}

/** The last booked period as a range of no width, so that the fan begins where history ends. */
function joint({ period_start, booked_cents }: HistoryRow) {
  return {
    period_start,
    mean_cents: booked_cents,
    lower_50_cents: booked_cents,
    upper_50_cents: booked_cents,
    lower_80_cents: booked_cents,
    upper_80_cents: booked_cents,
    lower_95_cents: booked_cents,
    upper_95_cents: booked_cents,
  };
}

function targetMarks(ranges: readonly RangeRow[], amount: (cents: number) => number) {
  const planned = ranges.filter((row) => row.target_cents !== null);
  return planned.length === 0
    ? []
    : [
        Plot.dot(planned, {
          x: (row) => day(row.period_start),
          y: (row) => amount(row.target_cents),
          symbol: "diamond",
          fill: ink.target,
          r: 5,
        }),
      ];
}

function tips(ranges: readonly RangeRow[], money: Money, amount: (cents: number) => number) {
  const read = (cents: number) => formatMoney(cents, money.currency_digits);
  return Plot.tip(
    ranges,
    Plot.pointerX({
      x: (row) => day(row.period_start),
      y: (row) => amount(row.mean_cents),
      title: (row) =>
        [
          formatPeriod(row.label),
          `${read(row.mean_cents)} expected`,
          `80 %: ${read(row.lower_80_cents)} to ${read(row.upper_80_cents)}`,
          `95 %: ${read(row.lower_95_cents)} to ${read(row.upper_95_cents)}`,
          ...(row.target_cents === null
            ? []
            : [`target ${read(row.target_cents)}, chance ${formatChance(row.chance)}`]),
        ].join("\n"),
    }),
  );
}
