import { formatMoney, formatRate } from "../../src/format.js";
import type { Measure } from "./draft.js";

interface Money {
  readonly currency: string;
  readonly currency_digits: number;
}

/** An amount as modelled in the measure it is told in: minor units, or a share. */
export const inMeasure = ({ factor }: Measure, cents: number): number => cents * factor;

/** As it is read: `18.2 M`, or `104 %`. */
export const told = ({ isMoney, factor }: Measure, cents: number, digits: number): string =>
  isMoney ? formatMoney(cents * factor, digits) : formatRate(cents * factor);

/** A change with its sign; a dash where it is too small to show. */
export function toldChange(measure: Measure, cents: number, digits: number): string {
  const size = told(measure, Math.abs(cents), digits);
  if (size === told(measure, 0, digits)) return "–";
  return `${cents > 0 ? "+" : "−"}${size}`;
}

/** What an axis of it is called. */
export const measureLabel = ({ isMoney }: Measure, what: string, { currency }: Money): string =>
  isMoney ? `${what}, ${currency}` : `${what}, of target pay`;

/** From what a measure is in to what axes show: major units, or a share. */
export const onAxis = (measure: Measure, cents: number, { currency_digits }: Money): number =>
  inMeasure(measure, cents) / (measure.isMoney ? 10 ** currency_digits : 1);
