import * as Plot from "npm:@observablehq/plot";
import { formatCount, formatMonth } from "../src/format.js";
import { type ColumnTable, rowsWhere } from "./arrowRows.js";
import { type KeyEntry, key } from "./key.js";
import { day, drawing, ink, pale } from "./plotting.js";

/** Activities of one kind in a month. */
interface KindMonth {
  readonly period_start: string;
  readonly kind: string;
  readonly activity_count: number;
}

/** Those of an entity. */
export interface ActivityMonth extends KindMonth {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly view: string;
}

const names: readonly (keyof ActivityMonth)[] = [
  "entity_type",
  "entity_id",
  "period_start",
  "kind",
  "view",
  "activity_count",
];

export const activitiesOf = (table: ColumnTable, where: Partial<ActivityMonth>): ActivityMonth[] =>
  rowsWhere(table, names, where);

/** Kinds by a shade of their own, the busiest strongest. */
const shades: Readonly<Record<string, number>> = {
  email: 1,
  call: 0.72,
  meeting: 0.48,
  webinar: 0.3,
  other: 0.18,
};

/** The kinds that months have, in the order they are stacked. */
export const activityKey = (months: readonly KindMonth[]): HTMLElement =>
  key(
    ...Object.entries(shades)
      .filter(([kind]) => months.some((month) => month.kind === kind))
      .map(([kind, shade]): KeyEntry => [pale(ink.now, shade), `${kind}s`]),
  );

/** Activities by month and kind. */
export function activityChart(months: readonly KindMonth[], width: number): Element {
  const bars = months.map(({ period_start, kind, activity_count }) => ({
    on: day(period_start),
    count: activity_count,
    kind,
    shade: shades[kind] ?? 0.18,
    label: `${formatMonth(period_start)}\n${formatCount(activity_count)} × ${kind}`,
  }));
  const [narrow, spanned] = [width < 520, new Set(months.map((month) => month.period_start)).size];
  const most = narrow ? 3 : 7;
  const busiest = Math.max(...bars.map(({ count }) => count));
  return drawing(width, {
    height: 220,
    marginRight: 16,
    x: { type: "utc", label: null, ticks: spanned <= most ? "month" : most },
    y: { label: "activities", grid: true, ticks: Math.min(4, busiest), tickFormat: formatCount },
    marks: [
      Plot.rectY(bars, {
        x: "on",
        interval: "month",
        y: "count",
        fill: ink.now,
        fillOpacity: "shade",
        order: Object.keys(shades),
        z: "kind",
        title: "label",
        tip: true,
        insetLeft: 1,
        insetRight: 1,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}
