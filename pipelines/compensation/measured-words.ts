import {
  isCount,
  isLevel,
  type Measure,
  partsOfUnit,
} from "../../src/compensation/credit/measure.ts";
import { formatFineRate } from "../../src/format.ts";
import { currencyDigits } from "../../src/money.ts";
import { exactMoney } from "./words.ts";

/** Hundredths of a unit: `1`, `0.5`. */
const formatQuantity = (hundredths: number): string =>
  `${hundredths < 0 ? "−" : ""}${Math.abs(hundredths) / 100}`;

/**
 * What is credited as its measure counts it: money, units, a share that was kept or scored, or a KPI in
 * its own unit.
 *
 * @param measure null where the plan that it was credited by is gone
 */
export function formatMeasured(value: number, measure: Measure | null, currency: string): string {
  if (measure === null) return exactMoney(value, currency);
  if (isCount(measure)) return formatQuantity(value);
  if (!isLevel(measure)) return exactMoney(value, currency);
  const level = value / partsOfUnit(measure, 1);
  return measure.startsWith("kpi:") ? String(Number(level.toFixed(6))) : formatFineRate(level);
}

/** What a whole unit of what is measured pays at a rate for each part of it. */
export const formatUnitRate = (rate: number, measure: Measure, currency: string): string =>
  exactMoney(rate * partsOfUnit(measure, 10 ** currencyDigits(currency)), currency);
