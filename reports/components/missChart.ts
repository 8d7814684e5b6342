import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { type MissRow, modelName } from "./accuracyRows.js";
import { endLabels } from "./endLabels.js";
import { drawing, ink } from "./plotting.js";

type Told = MissRow & { readonly wape: number };

const colours: Readonly<Record<string, string>> = {
  published: ink.now,
  naive: ink.before,
  stage_weighted: ink.target,
};

const colourOf = (model: string) => colours[model] ?? ink.muted;

/** How far each model was off by the day of the period on which it said so. */
export function missChart(rows: readonly MissRow[], width: number): Element {
  const narrow = width < 520;
  const told = rows.filter((row): row is Told => row.wape !== null);
  const top = Math.max(0.05, ...told.map((row) => row.wape));
  const height = narrow ? 320 : 380;
  const [last] = [...told].sort((a, b) => b.day - a.day);
  const ends = told.filter((row) => row.day === last?.day);
  return drawing(width, {
    height,
    marginRight: narrow ? 132 : 150,
    marginBottom: 44,
    x: { label: "day of the period on which the forecast was made", ticks: narrow ? 4 : 8 },
    y: {
      label: "usual miss, share of bookings",
      grid: true,
      tickFormat: formatRate,
      domain: [0, top * 1.05],
      ticks: 5,
    },
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      ...(told.some((row) => row.day < 1)
        ? [Plot.ruleX([0.5], { stroke: ink.muted, strokeDasharray: "2 4" })]
        : []),
      Plot.line(told, {
        x: "day",
        y: "wape",
        z: "model",
        sort: "day",
        stroke: (row: Told) => colourOf(row.model),
        strokeWidth: 2,
      }),
      Plot.dot(told, {
        x: "day",
        y: "wape",
        fill: (row: Told) => colourOf(row.model),
        r: 4,
        tip: true,
        title: tipOf,
      }),
      ...endLabels(
        ends.map((row) => ({
          amount: row.wape,
          name: `${modelName(row.model)}\n${formatRate(row.wape)}`,
          fill: colourOf(row.model),
        })),
        last?.day ?? 0,
        { top, height: height - 72 },
      ),
    ],
  });
}

const tipOf = (row: Told) =>
  [
    modelName(row.model),
    row.day < 1
      ? `made ${formatPlural(1 - row.day, "day")} before the period`
      : `made on day ${row.day}`,
    `missed by ${formatRate(row.wape)} of bookings`,
    `${formatPlural(row.n, "forecast")} of ${formatPlural(row.count_periods, "period")}`,
  ].join("\n");
