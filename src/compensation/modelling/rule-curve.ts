import Fraction from "fraction.js";
import { anyCredit } from "../credit/conditions.ts";
import { one, zero } from "../exact.ts";
import type { ComponentTerms, PlanTerms } from "../plan/terms.ts";
import type { ModelBasis } from "./basis.ts";
import { priceYears } from "./price-years.ts";
import { typicalYear, type Whole } from "./typical-year.ts";

/**
 * What a component's rate rule alone pays at attainments of its own quota, in one credit and without
 * gates, multipliers and caps in money.
 *
 * @param whole its quota and target pay
 * @returns minor units, one an attainment
 */
export function ruleCurve(
  plan: PlanTerms,
  component: ComponentTerms,
  whole: Whole,
  attainments: readonly number[],
): number[] {
  const alone: PlanTerms = {
    ...plan,
    effectiveUntil: null,
    caps: { period: null, year: null },
    components: [
      {
        ...component,
        where: anyCredit,
        lessShareOfAmount: zero,
        target: { of: "plan", pay: [{ from: null, value: new Fraction(whole.target) }] },
        quota: [{ from: null, value: new Fraction(whole.quota) }],
        period: "year",
        gates: [],
        multipliers: [],
        caps: { line: null, period: null, year: null, attainment: component.caps.attainment },
        weights: [],
        paid: { booking: one, invoice: zero, cash: zero, holdDays: 0 },
        pool: null,
      },
    ],
  };
  const basis: ModelBasis = {
    variablePay: whole.target,
    quota: whole.quota,
    dealCents: 100_000,
    season: [1],
    mix: [{ type: null, product: null, share: 1 }],
  };
  const years = attainments.map((attainment) => ({ attainment }));
  return priceYears(alone, basis, typicalYear(alone, basis), years).points.map(
    ({ cents }) => cents,
  );
}
