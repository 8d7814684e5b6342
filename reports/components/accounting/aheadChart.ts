import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod } from "../../src/format.js";
import { drawing, ink, moneyAxis } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { AheadRow } from "./rows.js";

/** What is left to be amortised of the assets that stand, by fiscal year. */
export function aheadChart(
  rows: readonly AheadRow[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  return drawing(width, {
    height: 240,
    marginRight: 16,
    x: { type: "band", label: null, tickFormat: formatPeriod },
    y: moneyAxis(currency),
    marks: [
      Plot.barY(rows, {
        x: "label",
        y: (row: AheadRow) => row.amortised_cents / 10 ** digits,
        fill: ink.before,
        insetLeft: 6,
        insetRight: 6,
        title: (row: AheadRow) =>
          `${formatPeriod(row.label)}\n${formatMoney(row.amortised_cents, digits)}`,
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}
