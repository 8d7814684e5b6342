import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPlural, formatRate } from "../../src/format.js";
import { drawing, ink, moneyTick } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { Modelled, Worked } from "./draft.js";
import { measureLabel, onAxis } from "./measure.js";

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly years: number;
}

const bins = 20;

/** How many of the drawn years cost how much, before and after, and the budget. */
export function costChart(worked: Worked, money: Money, width: number): Element {
  const { before, after, cost, budget } = worked;
  const values = ({ cost: { years } }: Modelled) =>
    years.map((cents) => onAxis(cost, cents, money));
  const [was, is] = [values(before), values(after)];
  const limit = budget === null ? null : budget / (cost.isMoney ? 10 ** money.currency_digits : 1);
  const all = [...was, ...is, ...(limit === null ? [] : [limit])];
  const counted = (some: readonly number[]) => binsOf(some, Math.min(...all), Math.max(...all));
  const read = (value: number) =>
    cost.isMoney
      ? formatMoney(value * 10 ** money.currency_digits, money.currency_digits)
      : formatRate(value);
  const tip = ({ from, to, years }: Bin) =>
    `${read(from)} to ${read(to)}\n${formatPlural(years, "year")} of ${is.length}`;
  const middle = ({ from, to }: Bin) => (from + to) / 2;
  return drawing(width, {
    marginRight: 20,
    marginBottom: 44,
    x: {
      label: measureLabel(cost, "pay of all people in a year", money),
      tickFormat: cost.isMoney ? moneyTick : formatRate,
      ticks: width < 520 ? 4 : 8,
    },
    y: { label: "drawn years", grid: true, ticks: 5, zero: true },
    marks: [
      Plot.rectY(counted(is), {
        x1: "from",
        x2: "to",
        y: "years",
        fill: ink.now,
        fillOpacity: 0.75,
        insetLeft: 1,
        insetRight: 1,
        title: tip,
        tip: true,
      }),
      Plot.line(counted(was), {
        x: middle,
        y: "years",
        stroke: ink.before,
        strokeWidth: 2.5,
        curve: "monotone-x",
      }),
      Plot.ruleX(limit === null ? [] : [limit], { stroke: ink.target, strokeWidth: 3 }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

/** Values counted in bins of one width between two bounds. */
function binsOf(values: readonly number[], low: number, high: number): Bin[] {
  const step = (high - low || 1) / bins;
  return Array.from({ length: bins + 1 }, (_, k) => ({
    from: low + k * step,
    to: low + (k + 1) * step,
    years: values.filter((value) => Math.floor((value - low) / step + 1e-9) === k).length,
  }));
}
