import { partsOfUnit } from "../src/compensation/credit/measure.ts";
import { readCredits } from "../src/compensation/credit/table/read.ts";
import { unwritten } from "../src/compensation/places.ts";
import type { PlanTerms } from "../src/compensation/plan/terms.ts";
import { type Priced, pricePlan } from "../src/compensation/price.ts";
import type { Assigned } from "../src/compensation/target/basis.ts";
import { type Uncounted, uncountedOf } from "../src/compensation/uncounted.ts";
import { InputError } from "../src/errors.ts";
import { currencyDigits } from "../src/money.ts";
import { componentPlaces, readPlanFile } from "./compensation/plan-file.ts";
import { readTableFile } from "./table-file.ts";

/** What a plan without a workspace takes for granted. */
const defaults = { currency: "USD", fiscalYearStarts: null };

/** What a file of credits pays on a plan. */
export interface PricedFile extends Priced {
  readonly plan: PlanTerms;
  /** Rows that no component counts, in their order. */
  readonly uncounted: readonly (Uncounted & { readonly line: number })[];
}

/**
 * Prices the credits of a CSV file on one plan.
 *
 * @param quota of everybody for each measure period, in major units or units sold, where the plan
 *   leaves it to plans/quotas.csv
 * @throws InputError or InputErrors where a file or the quota can't be read, or a quota is missing
 */
export async function priceFile(
  planFile: string,
  creditsFile: string,
  quota?: string,
): Promise<PricedFile> {
  const { terms: plan, placeOf } = readPlanFile(planFile, defaults);
  const expected = "Name a CSV file with the columns rep_id, date and amount.";
  const { credits, people, lines } = readCredits(await readTableFile(creditsFile, expected), plan);
  const places = { ...unwritten, ofComponent: componentPlaces(plan, placeOf) };
  const assigned = everybodys(plan, quota);
  const uncounted = uncountedOf(plan, credits, people).map((one) => ({
    ...one,
    line: lines.get(one.credit.creditId) ?? 0,
  }));
  return { plan, uncounted, ...pricePlan({ plan, credits, people, assigned, places }) };
}

function everybodys(plan: PlanTerms, quota: string | undefined): Assigned {
  if (quota === undefined) return () => null;
  const value = /^\d+(\.\d+)?$/.test(quota) ? Number(quota) : 0;
  if (value <= 0) {
    throw new InputError(`invalid quota: ${quota}`, {
      remedy: "Give --quota as a number above 0, without separators: 1200000.",
    });
  }
  const units = 10 ** currencyDigits(plan.currency);
  const parts = new Map(
    plan.components.map(({ name, measure }) => [name, partsOfUnit(measure, units)]),
  );
  return (_, component) => Math.round(value * (parts.get(component) ?? units));
}
