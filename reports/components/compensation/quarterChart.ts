import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatRate } from "../../src/format.js";
import { soFar } from "../../src/narrative/book-period.js";
import { drawing, ink, moneyAxis } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import { budgetTicks, quarterAxis, quarterMargins } from "./quarterMarks.js";
import type { QuarterRow } from "./rows.js";

/** What was earned by fiscal quarter against its budget; the running quarter is paler. */
export function payQuarterChart(
  rows: readonly QuarterRow[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const scale = 10 ** digits;
  return drawing(width, {
    ...quarterMargins,
    x: quarterAxis,
    y: moneyAxis(currency),
    marks: [
      Plot.barY(rows, {
        x: "label",
        y: (row: QuarterRow) => row.earned_cents / scale,
        fill: ink.now,
        fillOpacity: (row: QuarterRow) => (row.is_complete ? 0.8 : 0.35),
        insetLeft: 6,
        insetRight: 6,
        title: (row: QuarterRow) => tipOf(row, digits),
        tip: true,
      }),
      budgetTicks(rows, scale),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

const tipOf = (
  { label, is_complete, earned_cents, budget_cents, effective_rate }: QuarterRow,
  digits: number,
) =>
  [
    soFar({ label, is_complete }),
    `earned ${formatMoney(earned_cents, digits)}`,
    budget_cents === null ? null : `budget ${formatMoney(budget_cents, digits)}`,
    effective_rate === null ? null : `${formatRate(effective_rate)} of bookings`,
  ]
    .filter((line) => line !== null)
    .join("\n");
