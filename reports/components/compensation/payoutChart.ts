import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../../src/format.js";
import { drawing, ink } from "../plotting.js";
import type { PayoutRow } from "./rows.js";

/** What people were paid of their target, by what they attained of their quota: a dot is several people. */
export function payoutChart(rows: readonly PayoutRow[], width: number): Element {
  const most = Math.max(1.2, ...rows.map(({ attainment }) => attainment));
  const tip = ({ attainment, payout, people }: PayoutRow) =>
    `${formatRate(attainment - 0.05)} to ${formatRate(attainment + 0.05)} of quota\nmedian ${formatRate(payout)} of target pay\n${formatPlural(people, "person", "people")}`;
  return drawing(width, {
    marginRight: 24,
    marginBottom: 44,
    x: {
      label: "attainment",
      domain: [0, most + 0.1],
      tickFormat: formatRate,
      ticks: width < 520 ? 4 : 8,
    },
    y: { label: "pay over target pay", tickFormat: formatRate, grid: true, zero: true, ticks: 5 },
    r: { range: [4, 12], domain: [0, Math.max(10, ...rows.map(({ people }) => people))] },
    marks: [
      Plot.line(
        [
          [0, 0],
          [most, most],
        ],
        { stroke: ink.target, strokeDasharray: "6 4" },
      ),
      Plot.line(rows, { x: "attainment", y: "payout", stroke: ink.now, strokeOpacity: 0.5 }),
      Plot.dot(rows, {
        x: "attainment",
        y: "payout",
        r: "people",
        fill: ink.now,
        title: tip,
        tip: true,
      }),
    ],
  });
}
