import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPlural, formatRate } from "../src/format.js";
import { drawing, ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import { type StageMetric, type StageRow, stageMetric } from "./stageRows.js";

/** Open deals by stage, in the order of the sale, with the share that goes on from each. */
export function funnelChart(
  stages: readonly StageRow[],
  metrics: readonly StageMetric[],
  { currency, currency_digits }: Money,
  width: number,
): Element {
  const narrow = width < 520;
  const rows = stages.map((row) => {
    const conversion = stageMetric(metrics, "stage_conversion", row.stage);
    const goesOn = conversion ? `, ${formatRate(conversion.value ?? Number.NaN)} go on` : "";
    const amount = row.amount_cents === null ? "–" : formatMoney(row.amount_cents, currency_digits);
    return {
      ...row,
      amount: row.amount_cents === null ? 0 : row.amount_cents / 10 ** currency_digits,
      text: narrow
        ? `${amount}${goesOn}`
        : `${formatPlural(row.count_open, "deal")}, ${amount}${goesOn}`,
    };
  });
  return drawing(width, {
    height: 50 + rows.length * 34,
    marginLeft: narrow ? 120 : 150,
    marginRight: narrow ? 108 : 190,
    marginBottom: 8,
    x: {
      label: currency,
      axis: "top",
      grid: true,
      ticks: narrow ? 2 : 6,
      tickFormat: moneyTick,
      zero: true,
    },
    y: { label: null, tickSize: 0, domain: rows.map((row) => row.stage), padding: 0.3 },
    marks: [
      Plot.barX(rows, { y: "stage", x: "amount", fill: ink.now, title: "text", tip: true }),
      Plot.ruleX([0], { stroke: ink.muted }),
      Plot.text(rows, {
        y: "stage",
        x: "amount",
        text: "text",
        textAnchor: "start",
        dx: 6,
        fill: ink.text,
      }),
    ],
  });
}
