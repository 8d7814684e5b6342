import * as Plot from "npm:@observablehq/plot";
import { formatDate, formatMoney } from "../src/format.js";
import { type EndLabel, endLabels } from "./endLabels.js";
import { day, drawing, ink, moneyAxis } from "./plotting.js";

export interface QuarterDay {
  readonly quarter: "this" | "last";
  readonly date: string;
  readonly day: number;
  readonly booked_cents: number;
}

export interface QuarterData {
  readonly quarter: { readonly period_start: string; readonly period_end: string };
  readonly days: readonly QuarterDay[];
  readonly quota_cents: number | null;
  readonly forecast: {
    readonly mean_cents: number;
    readonly lower_80_cents: number;
    readonly upper_80_cents: number;
  } | null;
}

export interface Money {
  readonly currency: string;
  readonly currency_digits: number;
}

interface Point {
  readonly on: Date;
  readonly amount: number;
  readonly label: string;
}

/** Bookings to date over the quarter's days, against last year, quota and forecast. */
export function quarterChart(data: QuarterData, money: Money, width: number): Element {
  const scale = 10 ** money.currency_digits;
  const start = day(data.quarter.period_start);
  const end = later(day(data.quarter.period_end), 1);
  const points = (quarter: string) => pointsOf(data.days, quarter, start, money);
  const [now, before] = [points("this"), points("last")];
  const labels = labelsOf(data, before.at(-1), money);
  const top = Math.max(0, ...[...now, ...before, ...labels].map((point) => point.amount));
  const height = width < 520 ? 300 : 380;
  const edge = later(end, width < 520 ? 4 : 2);
  return drawing(width, {
    height,
    marginRight: width < 520 ? 72 : 96,
    x: { type: "utc", label: null, domain: [start, edge], ticks: width < 520 ? 3 : 6 },
    y: moneyAxis(money.currency),
    marks: [
      Plot.ruleY([0], { stroke: ink.muted }),
      quotaMark(data, scale),
      Plot.lineY(reaching(before, edge), { ...steps, stroke: ink.before, strokeWidth: 1.5 }),
      ...landingMarks(data, scale, now.at(-1), end),
      Plot.lineY(now, { ...steps, stroke: ink.now, strokeWidth: 2.75 }),
      Plot.dot(now.slice(-1), { x: "on", y: "amount", fill: ink.now, r: 4 }),
      ...endLabels(labels, edge, { top, height: height - 62 }),
      Plot.tip([...before, ...now], Plot.pointer({ x: "on", y: "amount", title: "label" })),
    ],
  });
}

const later = (on: Date, days: number) => new Date(on.getTime() + days * 86_400_000);

/** A line that keeps its last amount up to its label, so that the last day's step shows. */
const reaching = (points: readonly Point[], edge: Date) => [
  ...points,
  ...points.slice(-1).map((point) => ({ ...point, on: edge })),
];

const steps = { x: "on", y: "amount", curve: "step-after" } as const;

function labelsOf(data: QuarterData, lastYear: Point | undefined, money: Money): EndLabel[] {
  const { quota_cents, forecast } = data;
  const scale = 10 ** money.currency_digits;
  const label = (name: string, amount: number, fill: string) => ({
    name: `${name}\n${formatMoney(amount * scale, money.currency_digits)}`,
    amount,
    fill,
  });
  return [
    ...(lastYear ? [label("Last year", lastYear.amount, ink.muted)] : []),
    ...(quota_cents === null ? [] : [label("Quota", quota_cents / scale, ink.target)]),
    ...(forecast ? [label("Forecast", forecast.mean_cents / scale, ink.now)] : []),
  ];
}

function pointsOf(
  days: readonly QuarterDay[],
  quarter: string,
  start: Date,
  { currency_digits }: Money,
): Point[] {
  return days
    .filter((row) => row.quarter === quarter)
    .map((row) => ({
      on: later(start, row.day),
      amount: row.booked_cents / 10 ** currency_digits,
      label: `${formatDate(row.date)}\n${formatMoney(row.booked_cents, currency_digits)} booked`,
    }));
}

function quotaMark({ quota_cents }: QuarterData, scale: number) {
  const quota = quota_cents === null ? [] : [quota_cents / scale];
  return Plot.ruleY(quota, { stroke: ink.target, strokeWidth: 1.5, strokeDasharray: "6 4" });
}

/** From today's point a widening range to the quarter's end, as the forecast has it. */
function landingMarks(
  { forecast }: QuarterData,
  scale: number,
  today: Point | undefined,
  end: Date,
) {
  if (!forecast || !today) return [];
  const mean = forecast.mean_cents / scale;
  const [lower, upper] = [forecast.lower_80_cents / scale, forecast.upper_80_cents / scale];
  const cone = [
    { on: today.on, lower: today.amount, upper: today.amount, mean: today.amount },
    { on: end, lower: Math.max(lower, today.amount), upper, mean },
  ];
  const landing = [{ on: end, amount: mean, lower, upper }];
  return [
    Plot.areaY(cone, { x: "on", y1: "lower", y2: "upper", fill: ink.now, fillOpacity: 0.12 }),
    Plot.lineY(cone, {
      x: "on",
      y: "mean",
      stroke: ink.now,
      strokeDasharray: "2 4",
      strokeWidth: 1.5,
    }),
    Plot.ruleX(landing, { x: "on", y1: "lower", y2: "upper", stroke: ink.now, strokeWidth: 3 }),
    Plot.dot(landing, {
      x: "on",
      y: "amount",
      r: 4.5,
      fill: "var(--page)",
      stroke: ink.now,
      strokeWidth: 2,
    }),
  ];
}
