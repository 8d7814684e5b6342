import { addDays, addMonths, type PlainDate, periodsBetween } from "../../calendar.ts";
import { type Conditions, meets } from "../../compensation/credit/conditions.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import type { Days } from "../../compensation/person.ts";
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
  const treatment = treatmentUnder(plan);
  const date = addDays(yearStart, midMonth);
  return [...grouped(parts, (part) => treatment(creditOf("", part, date, 1))).values()].map(asOne);
}

/**
 * Each person's credits of a month that a plan treats alike as one, dated as the last of them, less what
 * was taken back.
 */
export function mergedCredits(plan: PlanTerms, credits: readonly Credit[]): Credit[] {
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

function conditionsOf({ where, weights, rule }: PlanTerms["components"][number]): Conditions[] {
  const exceptions = "exceptions" in rule ? rule.exceptions : [];
  return [where, ...[...weights, ...exceptions].map((one) => one.where)];
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

/** Levels that stay what they were, such as a retention: one credit at the end of each measure period. */
export function levelCredits(
  { components, calendar }: PlanTerms,
  repId: string,
  levels: Readonly<Record<string, number>>,
  days: Days,
): Credit[] {
  return components.flatMap(({ name, period: grain }) => {
    const level = levels[name];
    if (level === undefined) return [];
    return periodsBetween(days.from, days.until, grain, calendar)
      .filter(({ periodEnd }) => periodEnd <= days.until)
      .map(({ periodEnd }) => ({
        ...levelCredit,
        creditId: `${repId}/${name}/${periodEnd}`,
        repId,
        date: periodEnd,
        creditCents: level,
        levelOf: name,
      }));
  });
}

const levelCredit = {
  opportunityId: null,
  lineId: null,
  product: null,
  type: null,
  role: null,
  amountCents: 0,
  dealCents: 0,
  margin: null,
  quantity: null,
  invoicedOn: null,
  payments: null,
  reverses: null,
} as const satisfies Partial<Credit>;
