import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import type { CreditedPart } from "./base.ts";

/** A day of the middle of a month: a condition on dates counts a month as a whole. */
export const midMonth = 14;

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
export function creditOf(
  repId: string,
  part: CreditedPart,
  date: PlainDate,
  cents: number,
): Credit {
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
