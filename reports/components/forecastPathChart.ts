import * as Plot from "npm:@observablehq/plot";
import { formatDate, formatMoney } from "../src/format.js";
import type { PathRow } from "./changeRows.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

/** What was expected of one period, day by day; the chosen day is marked, and the last is now. */
export function forecastPathChart(
  path: readonly PathRow[],
  { chosen, money }: { readonly chosen: string; readonly money: Money },
  width: number,
): Element {
  const place = {
    x: ({ cutoff }: PathRow) => day(cutoff),
    y: ({ mean_cents }: PathRow) => mean_cents / 10 ** money.currency_digits,
  };
  const read = ({ mean_cents }: PathRow) => formatMoney(mean_cents, money.currency_digits);
  const marked = path.filter(({ cutoff }) => cutoff === chosen);
  const last = path.slice(-1);
  return drawing(width, {
    height: 260,
    marginRight: 64,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: { ...moneyAxis(money.currency), zero: false },
    marks: [
      Plot.ruleX(marked, { x: place.x, stroke: ink.muted, strokeDasharray: "3,3" }),
      Plot.lineY(path, { ...place, stroke: ink.now, strokeWidth: 2 }),
      Plot.dot(path, { ...place, r: 2.5, fill: ink.now }),
      Plot.dot([...marked, ...last], { ...place, r: 5, fill: ink.now }),
      Plot.text(last, {
        ...place,
        text: read,
        textAnchor: "start",
        dx: 9,
        fill: ink.text,
        fontWeight: 600,
      }),
      Plot.tip(
        path,
        Plot.pointerX({
          ...place,
          title: (row: PathRow) => `${formatDate(row.cutoff)}\n${read(row)}`,
        }),
      ),
    ],
  });
}
