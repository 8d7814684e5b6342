import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import { type Conditions, meets } from "../../compensation/credit/conditions.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import { conditionsOf } from "../../compensation/plan/conditions-of.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { CreditedPart } from "./base.ts";
import { type Cutting, creditOf, midMonth } from "./credits.ts";

/**
 * Parts that a plan treats alike as one, so that there are fewer credits to price.
 *
 * @param yearStart of the year in which conditions on dates are looked at
 */
export function mergedParts(
  plan: PlanTerms,
  parts: readonly CreditedPart[],
  yearStart: PlainDate,
): CreditedPart[] {
  const treatment = treatmentUnder(plan);
  const date = addDays(yearStart, midMonth);
  return [...grouped(parts, (part) => treatment(creditOf("", part, date, 1))).values()].map(asOne);
}

/**
 * Each person's credits of a month that a plan treats alike as one, dated as the last of them, less what
 * was taken back; all of them where the plan looks at single deals.
 */
export function mergedCredits(plan: PlanTerms, credits: readonly Credit[]): Credit[] {
  if (countsDeals(plan)) return [...credits];
  const treatment = treatmentUnder(plan);
  const keyOf = (credit: Credit) =>
    `${credit.repId} ${credit.date.slice(0, 7)} ${treatment(credit)}`;
  return [...grouped(credits, keyOf)].map(([creditId, own]) => {
    const merged = asOne(own.map((credit) => ({ ...credit, ...partOf(credit) })));
    const date = own.reduce((last, credit) => (credit.date > last ? credit.date : last), "");
    return { ...creditOf(merged.repId, merged, date, 1), creditId };
  });
}

const partOf = ({ amountCents, creditCents, quantity }: Credit) => ({
  amount: amountCents,
  credit: creditCents,
  units: quantity,
});

/** What tells whether a plan treats credits alike: their roles and which of its conditions they meet. */
function treatmentUnder(plan: PlanTerms): (credit: Credit) => string {
  const conditions = plan.components.flatMap(conditionsOf).map(undated);
  return (credit) => {
    const met = conditions.map((where) => (meets(credit, where) ? "1" : "0"));
    return `${credit.role ?? ""} ${met.join("")}`;
  };
}

/** Whether a plan looks at single deals: caps what one pays, or pays only the first few. */
const countsDeals = ({ components }: PlanTerms): boolean =>
  components.some(({ caps, where }) => caps.line !== null || where.first !== null);

/** How a plan needs the credits of a year cut. */
export function cuttingOf(plan: PlanTerms, yearStart: PlainDate): Cutting {
  const next = addMonths(yearStart, 12);
  const isWithin = (date: PlainDate | null) => date !== null && date >= yearStart && date < next;
  const byDay = plan.components
    .flatMap(conditionsOf)
    .some(({ from, until }) => isWithin(from) || isWithin(until));
  return { yearStart, byDeal: countsDeals(plan), byDay };
}

const undated = (where: Conditions): Conditions => ({ ...where, from: null, until: null });

/** Sums; a deal's size is that of the deals which the amount was made of. */
function asOne<Part extends CreditedPart>(parts: readonly Part[]): Part {
  const [first] = parts as readonly [Part];
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
  const amount = sum((part) => part.amount);
  const deals = sum((part) => (part.dealCents === 0 ? 0 : part.amount / part.dealCents));
  const counted = parts.flatMap(({ units }) => units ?? []);
  return {
    ...first,
    dealCents: deals > 0 ? Math.round(amount / deals) : first.dealCents,
    amount,
    credit: sum((part) => part.credit),
    units:
      counted.length === 0
        ? null
        : {
            amount: counted.reduce((all, units) => all + units.amount, 0),
            credit: counted.reduce((all, units) => all + units.credit, 0),
          },
  };
}
