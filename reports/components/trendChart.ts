import * as Plot from "npm:@observablehq/plot";
import { formatMoney, formatMonth } from "../src/format.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";
import type { Money } from "./quarterChart.js";

export interface MonthValue {
  readonly period_start: string;
  readonly booked_cents: number | null;
  readonly is_complete: boolean;
}

/** Bookings by month; the month in progress is lighter, since it isn't over. */
export function trendChart(months: readonly MonthValue[], money: Money, width: number): Element {
  const scale = 10 ** money.currency_digits;
  const bars = months
    .filter((month): month is MonthValue & { booked_cents: number } => month.booked_cents !== null)
    .map(({ period_start, booked_cents, is_complete }) => ({
      on: day(period_start),
      amount: booked_cents / scale,
      opacity: is_complete ? 1 : 0.45,
      label: `${formatMonth(period_start)}${is_complete ? "" : ", so far"}\n${formatMoney(booked_cents, money.currency_digits)} booked`,
    }));
  return drawing(width, {
    height: 240,
    marginRight: 16,
    x: { type: "utc", label: null, ticks: width < 520 ? 3 : 8 },
    y: moneyAxis(money.currency),
    marks: [
      Plot.rectY(bars, {
        x: "on",
        interval: "month",
        y: "amount",
        fill: ink.now,
        fillOpacity: "opacity",
        insetLeft: 1,
        insetRight: 1,
        title: "label",
        tip: true,
      }),
      Plot.ruleY([0], { stroke: ink.muted }),
    ],
  });
}
