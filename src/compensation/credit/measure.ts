import type Fraction from "fraction.js";
import { isZero, roundHalfAway } from "../exact.ts";
import type { Credit, Measured } from "./credit.ts";
import { customersIn } from "./customers.ts";

/** What a component measures; a KPI of the workspace is written `kpi:<name>`. */
export const measures = [
  "bookings",
  "revenue",
  "margin",
  "cash",
  "units",
  "new_customers",
  "retention",
  "commission",
  "objectives",
] as const;
export type Measure = (typeof measures)[number] | `kpi:${string}`;

/** Measures whose credit is counted, in hundredths of a unit, instead of money. */
export const isCount = (measure: Measure): boolean =>
  measure === "units" || measure === "new_customers";

/** Measures that are a level, such as a share retained, and no sum of credits; in millionths. */
export const isLevel = (measure: Measure): boolean =>
  measure === "retention" || measure === "objectives" || measure.startsWith("kpi:");

/** Whether a measure counts units or is a level, and so is no money. */
export const isOfUnits = (measure: Measure): boolean => isCount(measure) || isLevel(measure);

/** In how many parts a unit of what is measured is counted; money in minor units. */
export function partsOfUnit(measure: Measure, moneyUnits: number): number {
  if (isLevel(measure)) return 1_000_000;
  return isCount(measure) ? 100 : moneyUnits;
}

/**
 * A credit as a component measures it; null where it has no such figure.
 *
 * @param lessShare the part of the amount that is taken off first, such as overhead off a margin
 */
export function measured(credit: Credit, measure: Measure, lessShare: Fraction): Measured | null {
  const figure = figureOf(credit, measure);
  if (figure === null || isZero(lessShare)) return figure;
  return {
    amount: figure.amount - roundHalfAway(lessShare.mul(credit.amountCents)),
    credit: figure.credit - roundHalfAway(lessShare.mul(credit.creditCents)),
  };
}

function figureOf(credit: Credit, measure: Measure): Measured | null {
  if (measure === "margin") return credit.margin;
  if (measure === "units") return credit.quantity;
  const { amountCents, creditCents } = credit;
  if (isLevel(measure)) return { amount: creditCents, credit: creditCents };
  if (measure !== "new_customers") return { amount: amountCents, credit: creditCents };
  const { customers, dealCents } = credit;
  const customersOf = (cents: number) => customersIn(cents, dealCents);
  return customers ?? { amount: customersOf(amountCents), credit: customersOf(creditCents) };
}
