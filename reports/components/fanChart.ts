import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod } from "../src/format.js";
import type { HistoryRow, RangeRow } from "./forecastRows.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

const bands = [
  ["lower_95_cents", "upper_95_cents", 0.1],
  ["lower_80_cents", "upper_80_cents", 0.16],
  ["lower_50_cents", "upper_50_cents", 0.26],
] as const;

/** What was booked, then the forecast with its 50, 80 and 95 % ranges, and quota where there is one. */
export function fanChart(
  history: readonly HistoryRow[],
  ranges: readonly RangeRow[],
  money: Money,
  width: number,
): Element {
  const amount = (cents: number) => cents / 10 ** money.currency_digits;
  const past = history.filter((row) => row.is_complete);
  const tail = past.slice(-1).map(joint);
  return drawing(width, {
    height: width < 520 ? 280 : 400,
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
      ...bandLabels(ranges.at(-1), amount),
      ...quotaMarks(ranges, amount),
      tips(ranges, money, amount),
    ],
  });
}

/** The bands from widest to narrowest, and what is expected as a line over them. */
function bandMarks(
  ranges: readonly Omit<
    RangeRow,
    "entity_type" | "entity_id" | "period" | "label" | "quota_cents"
  >[],
  amount: (cents: number) => number,
) {
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

/** How sure each band is, at its upper end. */
function bandLabels(last: RangeRow | undefined, amount: (cents: number) => number) {
  if (!last) return [];
  const ends = [
    { name: "95 %", place: amount(last.upper_95_cents) },
    { name: "80 %", place: amount(last.upper_80_cents) },
    { name: "50 %", place: amount(last.upper_50_cents) },
  ];
  return [
    Plot.text(ends, {
      x: () => day(last.period_start),
      y: "place",
      text: "name",
      textAnchor: "start",
      dx: 8,
      fill: ink.muted,
      fontSize: 11,
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

function quotaMarks(ranges: readonly RangeRow[], amount: (cents: number) => number) {
  const planned = ranges.filter((row) => row.quota_cents !== null);
  return planned.length === 0
    ? []
    : [
        Plot.dot(planned, {
          x: (row) => day(row.period_start),
          y: (row) => amount(row.quota_cents),
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
          ...(row.quota_cents === null ? [] : [`quota ${read(row.quota_cents)}`]),
        ].join("\n"),
    }),
  );
}
