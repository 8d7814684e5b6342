import * as Plot from "npm:@observablehq/plot";
import { formatChance, formatDate, formatMoney } from "../src/format.js";
import { type EndLabel, endLabels } from "./endLabels.js";
import type { PathRow, RangeRow } from "./forecastRows.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** A forecast as made on a day, amounts in major units. */
interface Made {
  readonly on: Date;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  readonly booked: number;
  readonly label: string;
}

/** What is said today goes after what was said before. */
export const withToday = (path: readonly PathRow[], now: RangeRow, as_of: string): PathRow[] => [
  ...path,
  { ...now, cutoff: as_of, booked_cents: now.booked_cents ?? 0 },
];

/** One period's forecast as it was made on past days, with what was booked by then and the target. */
export function landingChart(
  path: readonly PathRow[],
  target_cents: number | null,
  money: Money,
  width: number,
): Element {
  const digits = money.currency_digits;
  const made = path.map((row) => madeOn(row, digits));
  const labels = labelsOf(made.at(-1), target_cents, money);
  const top = Math.max(...made.map(({ upper }) => upper), ...labels.map(({ amount }) => amount));
  const height = width < 520 ? 300 : 380;
  const last = made.at(-1)?.on ?? new Date(Number.NaN);
  return drawing(width, {
    height,
    marginRight: width < 520 ? 76 : 100,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: moneyAxis(money.currency),
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      ...forecastMarks(made),
      Plot.ruleY(target_cents === null ? [] : [target_cents / 10 ** digits], {
        stroke: ink.target,
        strokeWidth: 1.5,
        strokeDasharray: "6 4",
      }),
      ...bookedMarks(made),
      ...endLabels(labels, last, { top, height: height - 62 }),
      Plot.tip(made, Plot.pointerX({ x: "on", y: "mean", title: "label" })),
    ],
  });
}

function forecastMarks(made: readonly Made[]) {
  return [
    Plot.areaY(made, { x: "on", y1: "lower", y2: "upper", fill: ink.now, fillOpacity: 0.14 }),
    Plot.lineY(made, { x: "on", y: "mean", stroke: ink.now, strokeWidth: 2 }),
    Plot.dot(made, { x: "on", y: "mean", r: 2.5, fill: ink.now }),
    Plot.dot(made.slice(-1), { x: "on", y: "mean", r: 4.5, fill: ink.now }),
  ];
}

/** Nothing is drawn of a period that hadn't begun. */
function bookedMarks(made: readonly Made[]) {
  const begun = made.filter(({ booked }, k) => booked !== 0 || (made[k + 1]?.booked ?? 0) !== 0);
  return [Plot.lineY(begun, { x: "on", y: "booked", stroke: ink.text, strokeWidth: 1.75 })];
}

function madeOn(row: PathRow, digits: number): Made {
  const { cutoff, mean_cents, lower_80_cents, upper_80_cents, booked_cents, chance } = row;
  const read = (cents: number) => formatMoney(cents, digits);
  const scale = 10 ** digits;
  return {
    on: day(cutoff),
    mean: mean_cents / scale,
    lower: lower_80_cents / scale,
    upper: upper_80_cents / scale,
    booked: booked_cents / scale,
    label: [
      formatDate(cutoff),
      `${read(mean_cents)} forecast`,
      `80 %: ${read(lower_80_cents)} to ${read(upper_80_cents)}`,
      `${read(booked_cents)} booked`,
      ...(chance === null ? [] : [`chance of the target: ${formatChance(chance)}`]),
    ].join("\n"),
  };
}

function labelsOf(last: Made | undefined, target_cents: number | null, money: Money): EndLabel[] {
  const digits = money.currency_digits;
  const label = (name: string, amount: number, fill: string) => ({
    name: `${name}\n${formatMoney(amount * 10 ** digits, digits)}`,
    amount,
    fill,
  });
  return [
    ...(last ? [label("Forecast", last.mean, ink.now)] : []),
    ...(target_cents === null ? [] : [label("Target", target_cents / 10 ** digits, ink.target)]),
    ...(last && last.booked > 0 ? [label("Booked", last.booked, ink.text)] : []),
  ];
}
