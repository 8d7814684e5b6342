import { periodOf } from "../../src/calendar.ts";
import { isOfUnits } from "../../src/compensation/credit/measure.ts";
import type { Covered, PayBaseInputs } from "./covered.ts";
import { sellersIn } from "./followed.ts";

/**
 * Quotas of components over the planned one of whom the person follows: of who has one of their own, this
 * year's over that of those whom they follow; else all of it, in the plan's currency. Counts and levels of
 * who has none have none.
 */
export function quotaShares({ plan, person, follows }: Covered, all: PayBaseInputs) {
  const { assigned, exchange } = plan;
  const { asOf, currency, inputs } = all.books;
  const year = periodOf(asOf, "year", plan.plan.terms.calendar);
  const isOwn = inputs.quotas.some(
    (row) => row.entity_type === "rep" && row.entity_id === person.repId,
  );
  const carried = sellersIn(follows, all.base.year.sellers).reduce(
    (sum, { priorQuota }) => sum + (priorQuota ?? 0),
    0,
  );
  const whole = exchange(currency, asOf).valueOf();
  const shares = plan.plan.terms.components.flatMap(({ name, quota, measure }) => {
    if (quota !== "assigned") return [];
    const given = assigned(person.repId, name, year);
    const own = typeof given === "number" ? given : given?.value;
    const isCounted = isOfUnits(measure);
    if (own !== undefined && carried > 0 && (isOwn || isCounted))
      return [[name, own / carried] as const];
    return isCounted ? [] : [[name, whole] as const];
  });
  return Object.fromEntries(shares);
}

/** Of the fiscal year that the as-of is in. */
export function companyQuota({
  base,
  books: { inputs, asOf },
  defaults,
}: PayBaseInputs): number | null {
  const calendar = { startMonth: defaults.fiscalYearStarts ?? 1 };
  const { periodStart } = periodOf(asOf, "year", calendar);
  const row = inputs.quotas.find(
    (one) =>
      one.entity_type === "company" &&
      one.entity_id === base.company &&
      one.measure === "bookings" &&
      one.period === "year" &&
      one.period_start === periodStart,
  );
  return row?.quota_cents ?? null;
}
