import * as Plot from "npm:@observablehq/plot";
import { formatRate, formatScaled, type Unit } from "../src/format.js";

/** Colours by what they stand for; `style/tokens.css` gives their values by theme. */
export const ink = {
  now: "var(--accent)",
  before: "var(--past)",
  target: "var(--target)",
  faint: "var(--rule)",
  muted: "var(--muted)",
  text: "var(--ink)",
} as const;

/** A colour nearer to the page, by the share of it that is left. */
export const pale = (colour: string, share: number) =>
  `color-mix(in srgb, ${colour} ${Math.round(share * 100)}%, var(--page))`;

/** A plain date as the midnight that charts place it at. */
export const day = (date: string) => new Date(`${date}T00:00:00Z`);

/** A name on two lines of at most so many letters; what is longer still is cut, the table has it whole. */
export function wrapped(label: string, most: number): string {
  if (label.length <= most) return label;
  const breaks = [...label.matchAll(/[ /]/g)].map(({ index }) => index + 1);
  const at = breaks.findLast((index) => index <= most + 1) ?? most;
  const rest = label.slice(at);
  const second = rest.length > most ? `${rest.slice(0, most - 1)}…` : rest;
  return `${label.slice(0, at).trimEnd()}\n${second}`;
}

/** `18.2 M` from money in major units, as axes carry it. */
export const moneyTick = (value: number) => formatScaled(value);

/** Options that every chart shares: a plain frame, the page's typeface, room for labels. */
export function drawing(width: number, options: Plot.PlotOptions): Element {
  const narrow = width < 520;
  return Plot.plot({
    width,
    height: narrow ? 260 : 320,
    marginLeft: 52,
    marginRight: narrow ? 24 : 90,
    marginTop: 28,
    marginBottom: 34,
    style: { fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    ...options,
  });
}

/** `Bookings, USD`: what an axis shows, with its currency where it is money. */
export const axisLabel = (
  { label, unit }: { readonly label: string; readonly unit: Unit },
  currency: string,
): string => (unit.startsWith("money") ? `${label}, ${currency}` : label);

/** A money axis from zero, its unit written at its head. */
export function moneyAxis(currency: string): Plot.ScaleOptions {
  return { label: currency, grid: true, ticks: 5, tickFormat: moneyTick, zero: true, nice: true };
}

/** An axis of percentages from zero, under the chart. */
export function rateAxis(label: string, narrow: boolean): Plot.ScaleOptions {
  return {
    label,
    axis: "bottom",
    grid: true,
    ticks: narrow ? 3 : 8,
    tickFormat: formatRate,
    zero: true,
    nice: true,
  };
}
