import { addDays, addMonths, type PlainDate } from "../../calendar.ts";
import type { Credit } from "../../compensation/credit/credit.ts";
import type { CreditedPart } from "./base.ts";

/** A day of the middle of a month: a condition on dates counts a month as a whole. */
export const midMonth = 14;

/** How a year's credits are cut: by deals where a plan looks at them, in thirds of months where at days. */
export interface Cutting {
  readonly yearStart: PlainDate;
  readonly byDeal: boolean;
  readonly byDay: boolean;
}

/** The most deals of a kind that somebody is taken to win in a month. */
const mostDeals = 40;

/**
 * Somebody's credits of a year: of each part one a month, or as the plan needs them cut.
 *
 * @param booked by whom the person follows, in each of the twelve months; minor units
 */
export function yearCredits(
  repId: string,
  parts: readonly CreditedPart[],
  booked: readonly number[],
  { yearStart, byDeal, byDay }: Cutting,
): Credit[] {
  return booked.flatMap((cents, month) => {
    if (cents <= 0) return [];
    const first = addMonths(yearStart, month);
    return parts.flatMap((part, at) => {
      const deals = part.dealCents > 0 ? Math.round((part.amount * cents) / part.dealCents) : 1;
      const count = Math.max(byDay ? 3 : 1, byDeal ? Math.min(mostDeals, deals) : 1);
      return Array.from({ length: count }, (_, piece) => ({
        ...creditOf(repId, part, addDays(first, dayOf(piece, count)), cents / count),
        creditId: `${repId}/${month}/${at}/${piece}`,
      }));
    });
  });
}

/** Days spread evenly over four weeks; one alone stands in the middle. */
const dayOf = (piece: number, count: number) =>
  count === 1 ? midMonth : Math.floor(((piece + 0.5) * 28) / count);

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
    isCommission: false,
  };
}
