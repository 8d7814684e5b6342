import * as Plot from "npm:@observablehq/plot";
import { formatMoney } from "../../src/format.js";
import { drawing, ink, moneyTick, wrapped } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { PlannedRow } from "./planRows.js";
import { signed } from "./summary.js";

interface Step {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** From all quotas before to all after, team by team. */
export function waterfallChart(
  rows: readonly PlannedRow[],
  names: readonly [before: string, after: string],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const narrow = width < 520;
  const steps = stepsOf(rows, names);
  const scale = 10 ** digits;
  const colour = ({ isTotal, from, to }: Step) =>
    isTotal ? ink.before : to >= from ? ink.now : ink.target;
  const read = (cents: number) => formatMoney(cents, digits);
  const told = ({ isTotal, from, to }: Step) => (isTotal ? read(to) : signed(to - from, read));
  const ends = steps.flatMap(({ from, to, isTotal }) => (isTotal ? [to] : [from, to]));
  const [low, high] = [Math.min(...ends) / scale, Math.max(...ends) / scale];
  const room = Math.max(high - low, high * 0.04);
  return drawing(width, {
    height: 64 + steps.length * 30,
    marginLeft: narrow ? 116 : 190,
    marginRight: narrow ? 52 : 80,
    marginBottom: 44,
    x: {
      label: `quotas, ${currency}; the axis begins near the smallest sum`,
      domain: [low - room * 0.35, high + room * 0.15],
      tickFormat: moneyTick,
      ticks: narrow ? 3 : 6,
      grid: true,
    },
    y: {
      label: null,
      domain: steps.map(({ name }) => name),
      tickSize: 0,
      tickFormat: (name: string) => wrapped(name, narrow ? 15 : 30),
    },
    marks: [
      Plot.barX(steps, {
        y: "name",
        x1: (step: Step) => (step.isTotal ? low - room * 0.35 : step.from / scale),
        x2: (step: Step) => step.to / scale,
        fill: colour,
        insetTop: 4,
        insetBottom: 4,
        title: (step: Step) => `${step.name}\n${told(step)}`,
        tip: true,
      }),
      Plot.text(steps, {
        y: "name",
        x: (step: Step) => Math.max(step.from, step.to) / scale,
        text: told,
        textAnchor: "start",
        dx: 6,
        fill: ink.text,
      }),
    ],
  });
}

function stepsOf(rows: readonly PlannedRow[], [before, after]: readonly [string, string]): Step[] {
  let sum = rows.reduce((total, row) => total + (row.before ?? 0), 0);
  const steps: Step[] = [{ name: `${before}, all teams`, from: 0, to: sum, isTotal: true }];
  for (const { name, quota, before: was } of rows) {
    const to = sum + (quota ?? 0) - (was ?? 0);
    steps.push({ name, from: sum, to, isTotal: false });
    sum = to;
  }
  return [...steps, { name: `${after}, all teams `, from: 0, to: sum, isTotal: true }];
}
