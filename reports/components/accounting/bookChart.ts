import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod } from "../../src/format.js";
import { drawing, ink, moneyAxis, pale } from "../plotting.js";
import type { Money } from "../quarterChart.js";
import type { BookRow } from "./rows.js";

/** What stands at the end of each period; the running one is paler. */
export function assetChart(
  rows: readonly BookRow[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  return drawing(width, {
    marginRight: 16,
    marginBottom: 44,
    x: periodAxis(rows, width),
    y: moneyAxis(currency),
    marks: [
      Plot.barY(rows, {
        x: "label",
        y: (row: BookRow) => row.closing_cents / 10 ** digits,
        fill: ink.now,
        fillOpacity: (row: BookRow) => (row.is_complete ? 0.8 : 0.35),
        insetLeft: 3,
        insetRight: 3,
        title: (row: BookRow) => tipOf(row, digits),
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

/** What came to the asset over the line, what was amortised and impaired of it under it. */
export function movementChart(
  rows: readonly BookRow[],
  { currency, currency_digits: digits }: Money,
  width: number,
): Element {
  const bars = rows.flatMap((row) => [
    { row, cents: row.capitalised_cents, colour: ink.now },
    { row, cents: -row.amortised_cents, colour: ink.before },
    { row, cents: -row.impaired_cents, colour: ink.target },
  ]);
  return drawing(width, {
    marginRight: 16,
    marginBottom: 44,
    x: periodAxis(rows, width),
    y: moneyAxis(currency),
    marks: [
      Plot.barY(bars, {
        x: ({ row }: Bar) => row.label,
        y: ({ cents }: Bar) => cents / 10 ** digits,
        fill: ({ row, colour }: Bar) => (row.is_complete ? colour : pale(colour, 0.5)),
        insetLeft: 3,
        insetRight: 3,
        title: ({ row }: Bar) => tipOf(row, digits),
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

interface Bar {
  readonly row: BookRow;
  readonly cents: number;
  readonly colour: string;
}

/** A year under its quarter or month; where there are many, every third has its name. */
function periodAxis(rows: readonly BookRow[], width: number): Plot.ScaleOptions {
  const labels = rows.map(({ label }) => label);
  const every = Math.ceil((labels.length * 52) / width);
  return {
    type: "band",
    label: null,
    domain: labels,
    tickFormat: (label: string, index: number) =>
      index % every === 0 ? formatPeriod(label).replace(" ", "\n") : "",
  };
}

const tipOf = (row: BookRow, digits: number) =>
  [
    formatPeriod(row.label),
    `opening ${formatMoney(row.opening_cents, digits)}`,
    `capitalised ${formatMoney(row.capitalised_cents, digits)}`,
    `amortised ${formatMoney(row.amortised_cents, digits)}`,
    `impaired ${formatMoney(row.impaired_cents, digits)}`,
    `closing ${formatMoney(row.closing_cents, digits)}`,
  ].join("\n");
