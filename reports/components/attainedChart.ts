import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatPeriod, formatRate } from "../src/format.js";
import { drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";
import type { ScoredCell, ScorePeriod } from "./scorecard.js";

interface Quarter {
  readonly name: string;
  readonly booked: number;
  readonly quota: number | null;
  readonly isComplete: boolean;
  readonly label: string;
}

/** Bookings of each quarter against its quota; the quarter in progress is lighter. */
export function attainedChart(
  cells: readonly ScoredCell[],
  periods: readonly ScorePeriod[],
  money: Money,
  width: number,
): Element {
  const quarters = quartersOf(cells, periods, money);
  const withQuota = quarters.filter(({ quota }) => quota !== null);
  return drawing(width, {
    height: 250,
    marginRight: 16,
    x: { domain: quarters.map(({ name }) => name), label: null, tickRotate: width < 520 ? -60 : 0 },
    y: moneyAxis(money.currency),
    marginBottom: width < 520 ? 60 : 34,
    marks: [
      Plot.barY(quarters, {
        x: "name",
        y: "booked",
        fill: ({ booked, quota }: Quarter) =>
          quota === null || booked < quota ? ink.before : ink.now,
        fillOpacity: ({ isComplete }: Quarter) => (isComplete ? 1 : 0.5),
        title: "label",
        tip: true,
      }),
      Plot.tickY(withQuota, { x: "name", y: "quota", stroke: ink.target, strokeWidth: 2.5 }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}

function quartersOf(
  cells: readonly ScoredCell[],
  periods: readonly ScorePeriod[],
  { currency_digits }: Money,
): Quarter[] {
  const scale = 10 ** currency_digits;
  return periods.flatMap((row): Quarter[] => {
    const cell = cells.find(
      ({ metric, period, period_start, breakdown }) =>
        metric === "bookings" &&
        period === "quarter" &&
        breakdown === null &&
        period_start === row.period_start,
    );
    if (row.period !== "quarter" || !cell || cell.value === null) return [];
    const { value, target } = cell;
    const name = formatPeriod(row.label);
    const booked = `${formatMoney(value, currency_digits)} booked${row.is_complete ? "" : " so far"}`;
    const share =
      target === null || target <= 0
        ? "no quota"
        : `${formatRate(value / target)} of ${formatMoney(target, currency_digits)}`;
    return [
      {
        name,
        booked: value / scale,
        quota: target === null ? null : target / scale,
        isComplete: row.is_complete,
        label: [name, booked, share].join("\n"),
      },
    ];
  });
}
