import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPlural, formatRate } from "../src/format.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import { type StageMetric, type StageRow, stageMetric } from "./stageRows.js";

/** Open deals by stage, in the order of the sale, with the share that goes on from each. */
export function funnelChart(
  stages: readonly StageRow[],
  metrics: readonly StageMetric[],
  money: Money,
  width: number,
): Element {
  const narrow = width < 520;
  const rows = stages.map((row) => {
    const amount = row.amount_cents === null ? 0 : row.amount_cents / 10 ** money.currency_digits;
    const words = wordsOf(row, metrics, money);
    const text = narrow ? words : `${formatPlural(row.count_open, "deal")}, ${words}`;
    return { ...row, amount, text };
  });
  return drawing(width, {
    height: 50 + rows.length * 34,
    marginLeft: narrow ? 120 : 150,
    marginRight: narrow ? 108 : 190,
    marginBottom: 8,
    x: { ...moneyAxis(money.currency), axis: "top", ticks: narrow ? 2 : 6, nice: false },
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

/** `18.2 M, 43 % go on`. */
function wordsOf(
  { stage, amount_cents }: StageRow,
  metrics: readonly StageMetric[],
  { currency_digits }: Money,
): string {
  const conversion = stageMetric(metrics, "stage_conversion", stage);
  const goesOn = conversion ? `, ${formatRate(conversion.value ?? Number.NaN)} go on` : "";
  return `${amount_cents === null ? "–" : formatMoney(amount_cents, currency_digits)}${goesOn}`;
}
