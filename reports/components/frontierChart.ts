import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatRate } from "../src/format.js";
import { drawing, ink, moneyTick } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import type { FrontierRow } from "./quotaRows.js";

const labels: Readonly<Record<string, string>> = {
  recommended: "recommended",
  aim: "meets the aim",
};

/** What a total of quotas costs in reps at quota, with the aim and where the recommendation stands. */
export function frontierChart(
  rows: readonly FrontierRow[],
  { aim, currency, currency_digits }: Money & { readonly aim: number },
  width: number,
): Element {
  const total = (row: FrontierRow) => row.total_cents / 10 ** currency_digits;
  const named = rows.filter(({ point }) => point !== "curve");
  const tip = (row: FrontierRow) =>
    `${formatMoney(row.total_cents, currency_digits)} of quotas\n${formatRate(row.share_at_quota)} of reps expected at quota`;
  return drawing(width, {
    height: width < 520 ? 300 : 360,
    marginBottom: 44,
    x: {
      label: `sum of all quotas, ${currency}`,
      tickFormat: moneyTick,
      ticks: width < 520 ? 4 : 8,
    },
    y: {
      label: "reps expected at quota",
      domain: [0, 1],
      tickFormat: formatRate,
      grid: true,
      ticks: 5,
    },
    marks: [
      Plot.ruleY([aim], { stroke: ink.target, strokeDasharray: "6 4" }),
      Plot.text([aim], {
        y: (value: number) => value,
        text: () => `aim ${formatRate(aim)}`,
        frameAnchor: "right",
        textAnchor: "end",
        dy: -8,
        fill: ink.text,
      }),
      Plot.line(rows, { x: total, y: "share_at_quota", stroke: ink.now, strokeWidth: 2 }),
      Plot.dot(named, {
        x: total,
        y: "share_at_quota",
        fill: ink.now,
        r: 6,
        tip: true,
        title: tip,
      }),
      Plot.text(named, {
        x: total,
        y: "share_at_quota",
        text: (row: FrontierRow) =>
          `${labels[row.point] ?? ""}\n${formatMoney(row.total_cents, currency_digits)}`,
        textAnchor: "start",
        dx: 10,
        dy: -14,
        fill: ink.text,
        stroke: "var(--page)",
        strokeWidth: 4,
      }),
    ],
  });
}
