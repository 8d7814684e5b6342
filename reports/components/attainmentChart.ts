import * as Plot from "npm:@observablehq/plot";
import { formatDate, formatMoney, formatRate } from "../src/format.js";
import { drawing, ink } from "./plotting.js";

export interface AttainmentRow {
  readonly rep_id: string;
  readonly rep: string;
  readonly team_id: string | null;
  readonly label: string;
  readonly is_complete: boolean;
  /** Null also for who left after the year. */
  readonly left_on: string | null;
  /** A quota in some quarters of the year only. */
  readonly is_part_year: boolean;
  readonly attainment: number | null;
  readonly booked_cents: number | null;
  readonly quota_cents: number;
}

type Attained = AttainmentRow & { readonly attainment: number };

/** Attainment above which a bar is cut off and says its value, so that others can be told apart. */
const cap = 2;

/** Every rep's attainment, highest first, against quota at 100 %. */
export function attainmentChart(
  rows: readonly AttainmentRow[],
  digits: number,
  width: number,
): Element {
  const shown = rows.filter((row): row is Attained => row.attainment !== null);
  return drawing(width, {
    height: width < 520 ? 260 : 300,
    marginRight: 24,
    marginBottom: 20,
    x: { axis: null, padding: 0.25, domain: highestFirst(shown).map((row) => row.rep_id) },
    y: { label: "of quota", grid: true, tickFormat: formatRate, ticks: 5, zero: true },
    marks: [
      Plot.barY(shown, {
        x: "rep_id",
        y: ({ attainment }) => Math.min(attainment, cap),
        fill: ({ attainment }) => (attainment >= 1 ? ink.now : ink.before),
        fillOpacity: ({ left_on }) => (left_on === null ? 1 : 0.5),
        title: (row) => barTip(row, digits),
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
      ...quotaMarks(),
      ...cutMarks(shown, width),
    ],
  });
}

const highestFirst = (rows: readonly Attained[]) =>
  [...rows].sort((a, b) => b.attainment - a.attainment || (a.rep_id < b.rep_id ? -1 : 1));

function barTip(row: Attained, digits: number): string {
  const booked =
    row.booked_cents === null
      ? formatMoney(row.quota_cents, digits)
      : `${formatMoney(row.booked_cents, digits)} of ${formatMoney(row.quota_cents, digits)}`;
  const lines = [row.rep, row.team_id, `${formatRate(row.attainment)} of quota`, booked];
  return [...lines, ...stayWords(row)].join("\n");
}

/** Why a quota isn't that of a whole year. */
export const stayWords = ({ left_on, is_part_year }: AttainmentRow): string[] => {
  if (left_on !== null) return [`left ${formatDate(left_on)}`];
  return is_part_year ? ["quota for part of the year"] : [];
};

function quotaMarks() {
  return [
    Plot.ruleY([1], { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" }),
    Plot.text(["Quota"], { frameAnchor: "right", y: 1, dy: -9, fill: ink.target, fontWeight: 600 }),
  ];
}

/** The values of the bars that are cut off, beside the last of them. */
function cutMarks(rows: readonly Attained[], width: number) {
  const cut = highestFirst(rows.filter(({ attainment }) => attainment > cap));
  return [
    Plot.text(cut.slice(-1), {
      x: "rep_id",
      y: cap,
      dx: width / rows.length / 2 + 2,
      dy: 8,
      textAnchor: "start",
      text: () => cutText(cut.map(({ attainment }) => formatRate(attainment))),
      fill: ink.now,
      fontWeight: 600,
    }),
  ];
}

/** Up to three values; of more, how many there are and the highest. */
const cutText = (values: readonly string[]): string =>
  values.length <= 3
    ? `↑ ${values.join(", ")}`
    : `↑ ${values.length} over ${formatRate(cap)}, up to ${values[0]}`;
