import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import { type Conditions, meets } from "../../compensation/credit/conditions.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import type { PlanTerms } from "../../compensation/plan/terms.ts";
import { grouped } from "../../statistics/grouped.ts";
import type { CreditedPart } from "./base.ts";

/** A day of the middle of a month: a condition on dates counts a month as a whole. */
const midMonth = 14;

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
  const conditions = plan.components.flatMap(conditionsOf);
  const treatment = (part: CreditedPart) => {
    const credit = creditOf("", part, addDays(yearStart, midMonth), 1);
    const met = conditions.map((where) => (meets(credit, undated(where)) ? "1" : "0"));
    return `${part.role ?? ""} ${met.join("")}`;
  };
  return [...grouped(parts, treatment).values()].map(asOne);
}

function conditionsOf({ where, weights, rule }: PlanTerms["components"][number]): Conditions[] {
  const exceptions = "exceptions" in rule ? rule.exceptions : [];
  return [where, ...[...weights, ...exceptions].map((one) => one.where)];
}

const undated = (where: Conditions): Conditions => ({ ...where, from: null, until: null });

/** Sums; a deal's size is that of the deals which the amount was made of. */
function asOne(parts: readonly CreditedPart[]): CreditedPart {
  const [first] = parts as readonly [CreditedPart];
  const sum = (of: (part: CreditedPart) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const amount = sum((part) => part.amount);
  const deals = sum((part) => part.amount / part.dealCents);
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

/**
 * Somebody's credits of a year: of each part one a month.
 *
 * @param booked by whom the person follows, in each of the twelve months; minor units
 */
export function yearCredits(
  repId: string,
  parts: readonly CreditedPart[],
  booked: readonly number[],
  yearStart: PlainDate,
): Credit[] {
  return booked.flatMap((cents, month) => {
    if (cents <= 0) return [];
    const date = addDays(addMonths(yearStart, month), midMonth);
    return parts.map((part, at) => ({
      ...creditOf(repId, part, date, cents),
      creditId: `${repId}/${month}/${at}`,
    }));
  });
}

/** Booked, invoiced and paid on one day: what a plan holds back is paid later, and a cost all the same. */
function creditOf(repId: string, part: CreditedPart, date: PlainDate, cents: number): Credit {
  const { role, type, product, dealCents, amount, credit, units } = part;
  const of = (share: number) => Math.round(share * cents);
  return {
    creditId: "",
    repId,
    date,
    opportunityId: null,
    lineId: null,
    product,
    type,
    role,
    amountCents: of(amount),
    creditCents: of(credit),
    dealCents,
    margin: null,
    quantity: units && { amount: of(units.amount), credit: of(units.credit) },
    invoicedOn: date,
    payments: [{ on: date, cents: of(amount) }],
    reverses: null,
  };
}
