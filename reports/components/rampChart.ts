import * as Plot from "npm:@observablehq/plot";
import { formatPlural, formatRate } from "../src/format.js";
import { capital } from "../src/narrative/initial.js";
import { drawing, ink } from "./plotting.js";
import type { RampRow } from "./quotaRows.js";

/** Production of new reps as a share of a ramped one's, by month of service, a role a panel. */
export function rampChart(rows: readonly RampRow[], width: number): Element {
  const roles = [...new Set(rows.map(({ role }) => role))];
  const ranged = rows.filter(({ lower_80_share }) => lower_80_share !== null);
  const panel = (row: RampRow) => nameOf(row.role);
  return drawing(width, {
    height: 90 + 170 * roles.length,
    marginBottom: 44,
    marginRight: 24,
    x: {
      label: "month of service",
      ticks: width < 520 ? 5 : 9,
      tickFormat: (m: number) => String(m + 1),
    },
    y: {
      label: "share of a ramped rep",
      domain: [0, 1.05],
      tickFormat: formatRate,
      ticks: 4,
      grid: true,
    },
    fy: { label: null, domain: roles.map(nameOf), axis: null },
    marks: [
      Plot.text(roles, {
        fy: nameOf,
        text: nameOf,
        frameAnchor: "top-left",
        dy: -12,
        fontWeight: 600,
        fill: ink.text,
      }),
      Plot.areaY(ranged, {
        fy: panel,
        x: "service_month",
        y1: "lower_80_share",
        y2: "upper_80_share",
        fill: ink.now,
        fillOpacity: 0.18,
      }),
      Plot.line(rows, {
        fy: panel,
        x: "service_month",
        y: "share",
        stroke: ink.now,
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        fy: panel,
        x: "service_month",
        y: "share",
        fill: ink.now,
        r: 2.5,
        tip: true,
        title: tipOf,
      }),
    ],
  });
}

const nameOf = (role: string) => (role === "" ? "All reps" : capital(role.replaceAll("_", " ")));

const tipOf = (row: RampRow) =>
  [
    `${nameOf(row.role)}, month ${row.service_month + 1} of service`,
    `${formatRate(row.share)} of a ramped rep`,
    row.lower_80_share === null || row.upper_80_share === null
      ? "too few hires for a range"
      : `80 % range ${formatRate(row.lower_80_share)} to ${formatRate(row.upper_80_share)}`,
    `from ${formatPlural(row.count_hires, "hire")}`,
  ].join("\n");
