import * as Plot from "npm:@observablehq/plot";
import { spread } from "./endLabels.js";
import type { HistoryRow, RangeRow } from "./forecastRows.js";
import { day, ink } from "./plotting.js";

interface Bookings {
  readonly ranges: readonly RangeRow[];
  readonly history: readonly HistoryRow[];
}

/** How sure each band is, at its upper end; moved apart where bands are narrow. */
export function bandLabels(
  { ranges, history }: Bookings,
  amount: (cents: number) => number,
  height: number,
) {
  const last = ranges.at(-1);
  if (!last) return [];
  const top = Math.max(
    ...ranges.map((row) => amount(row.upper_95_cents)),
    ...history.map((row) => amount(row.booked_cents)),
  );
  const ends = [
    { name: "95 %", fill: ink.muted, amount: amount(last.upper_95_cents) },
    { name: "80 %", fill: ink.muted, amount: amount(last.upper_80_cents) },
    { name: "50 %", fill: ink.muted, amount: amount(last.upper_50_cents) },
  ];
  // lines of 13 pixels
  const apart = (13 / (height - 50)) * top;
  return [
    Plot.text(spread(ends, apart), {
      x: () => day(last.period_start),
      y: "place",
      text: "name",
      textAnchor: "start",
      dx: 8,
      fill: ink.muted,
      fontSize: 11,
    }),
  ];
}
