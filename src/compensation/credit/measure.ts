import type Fraction from "fraction.js";
import { roundHalfAway } from "../exact.ts";
import type { Credit } from "./credit.ts";

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

/** What of a credit is priced and what of it counts to attainment, in whole minor units. */
export interface Measured {
  readonly amount: number;
  readonly credit: number;
}

/**
 * A credit as a component measures it; null where it has no such figure.
 *
 * @param lessShare the part of the amount that is taken off first, such as overhead off a margin
 */
export function measured(credit: Credit, measure: Measure, lessShare: Fraction): Measured | null {
  const gross = figure(credit, measure);
  if (gross === null) return null;
  const amount =
    lessShare.n === 0n ? gross : gross - roundHalfAway(lessShare.mul(credit.amountCents));
  const isWhole = credit.creditCents === credit.amountCents;
  return { amount, credit: isWhole ? amount : shared(amount, credit) };
}

function figure(credit: Credit, measure: Measure): number | null {
  if (measure === "margin") return credit.marginCents;
  if (measure === "units") return credit.quantity;
  if (measure === "new_customers") return credit.amountCents < 0 ? -100 : 100;
  return credit.amountCents;
}

/** A measure of which only the money's part is known counts in the proportion of credit to pay. */
function shared(amount: number, { creditCents, amountCents }: Credit): number {
  return amountCents === 0 ? creditCents : Math.round((amount * creditCents) / amountCents);
}
