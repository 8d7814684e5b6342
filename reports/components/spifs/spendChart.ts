import * as Plot from "npm:@observablehq/plot";
import { formatDate, formatMoney } from "../../src/format.js";
import { day, drawing, ink, moneyAxis } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { SpentPoint, SpifRow } from "./rows.js";

/** What a SPIF has spent, from its first day on, against its budget. */
export function spendChart(
  spif: SpifRow,
  spent: readonly SpentPoint[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const scale = 10 ** digits;
  const [from, until] = [day(spif.from_date), day(spif.until_date)];
  const points = [{ on: spif.from_date, spent_cents: 0 }, ...spent].map((point) => ({
    ...point,
    x: day(point.on),
    y: point.spent_cents / scale,
  }));
  const latest = points.at(-1)?.x ?? until;
  return drawing(width, {
    height: 260,
    marginRight: 56,
    x: {
      type: "utc",
      label: null,
      domain: [from, latest > until ? latest : until],
      ticks: width < 520 ? 3 : 6,
    },
    y: moneyAxis(currency),
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      Plot.areaY(points, { x: "x", y: "y", fill: ink.now, fillOpacity: 0.15 }),
      Plot.lineY(points, { x: "x", y: "y", stroke: ink.now, strokeWidth: 2.5 }),
      Plot.dot(points.slice(1), {
        x: "x",
        y: "y",
        fill: ink.now,
        r: 4,
        title: ({ on, spent_cents }: SpentPoint) =>
          `until ${formatDate(on)}\n${formatMoney(spent_cents, digits)} spent`,
        tip: true,
      }),
      ...(spif.budget_cents === null ? [] : budgetMarks(spif.budget_cents, until, digits)),
    ],
  });
}

const budgetMarks = (cents: number, until: Date, digits: number) => [
  Plot.ruleY([cents / 10 ** digits], { stroke: ink.target, strokeWidth: 2 }),
  Plot.text([cents], {
    x: until,
    y: cents / 10 ** digits,
    text: () => formatMoney(cents, digits),
    textAnchor: "start",
    dx: 6,
    fill: ink.target,
  }),
];
