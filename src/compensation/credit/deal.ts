import type { PlainDate } from "../../calendar.ts";
import type { Credit, CreditRole, Measured } from "./credit.ts";
import { type Share, splitCents } from "./split.ts";

/** A won deal, or a line of it; minor units of the plan's currency. */
export interface Deal {
  readonly opportunityId: string;
  readonly lineId: string | null;
  readonly date: PlainDate;
  readonly product: string | null;
  readonly type: string | null;
  readonly cents: number;
  /** Of all lines of the deal together. */
  readonly wholeCents: number;
  /** Hundredths of a unit. */
  readonly quantity: number | null;
  readonly invoicedOn: PlainDate | null;
  readonly payments: Credit["payments"];
  /** What of it was taken back, and when; not negative. */
  readonly refunds: readonly Refund[];
}

export interface Refund {
  readonly refundId: string;
  readonly on: PlainDate;
  readonly cents: number;
}

/** Somebody's share of a deal, and for what. */
export interface RoleShare extends Share {
  readonly role: CreditRole;
}

/**
 * The credits of a deal: each person's share, and what refunds take back of it.
 *
 * @param sharings those who share the deal among them, to the cent; each group on its own, such as
 *   those who sold it and those who are credited beside them
 */
export const creditsOfDeal = (deal: Deal, sharings: readonly (readonly RoleShare[])[]): Credit[] =>
  sharings.flatMap((shares) =>
    originals(deal, shares).flatMap((credit) => [credit, ...reversalsOf(deal, credit)]),
  );

function originals(deal: Deal, shares: readonly RoleShare[]): Credit[] {
  const parts = (whole: number) => {
    const [pay, credit] = [splitCents(whole, shares, "pay"), splitCents(whole, shares, "credit")];
    return (share: Share): Measured => ({
      amount: pay.get(share) ?? 0,
      credit: credit.get(share) ?? 0,
    });
  };
  const money = parts(deal.cents);
  const units = deal.quantity === null ? null : parts(deal.quantity);
  return shares.map((share) => creditOf(deal, share, money(share), units?.(share) ?? null));
}

function creditOf(
  deal: Deal,
  { role, repId }: RoleShare,
  { amount, credit }: Measured,
  quantity: Measured | null,
): Credit {
  const { opportunityId, lineId, date, product, type, invoicedOn } = deal;
  return {
    creditId: [opportunityId, lineId ?? "", role, repId].join("/"),
    repId,
    date,
    opportunityId,
    lineId,
    product,
    type,
    role,
    amountCents: amount,
    creditCents: credit,
    dealCents: deal.wholeCents,
    margin: null,
    quantity,
    invoicedOn,
    payments: deal.payments && shared(deal.payments, amount, deal.wholeCents),
    reverses: null,
    isCommission: false,
  };
}

/** Payments of the deal as they are of a person's part of it, to the cent in sum. */
function shared(payments: NonNullable<Credit["payments"]>, part: number, whole: number) {
  if (payments.length === 0) return payments;
  const due = running(part, whole);
  return payments.map(({ on, cents }) => ({ on, cents: due(cents) }));
}

/** What refunds take back of a credit, each its part of what was credited. */
function reversalsOf({ refunds, wholeCents }: Deal, credit: Credit): Credit[] {
  // of a deal that takes something back itself nothing is taken back
  if (refunds.length === 0 || wholeCents <= 0) return [];
  const part = (whole: number) => running(whole, wholeCents);
  const [amount, count] = [part(credit.amountCents), part(credit.creditCents)];
  const units = credit.quantity && {
    amount: part(credit.quantity.amount),
    credit: part(credit.quantity.credit),
  };
  return refunds.flatMap(({ refundId, on, cents }) => {
    const taken = {
      amountCents: -amount(cents),
      creditCents: -count(cents),
      quantity: units && { amount: -units.amount(cents), credit: -units.credit(cents) },
    };
    if (taken.amountCents === 0 && taken.creditCents === 0) return [];
    const creditId = `${credit.creditId}/${refundId}`;
    // what is refunded before the deal is won is taken back as it is
    const date = on < credit.date ? credit.date : on;
    return [{ ...credit, ...taken, creditId, date, reverses: credit.creditId }];
  });
}

/** A part of each of several amounts of a whole, so that what adds up to the whole gives all of it. */
function running(part: number, whole: number): (amount: number) => number {
  let [sum, told] = [0, 0];
  return (amount) => {
    sum = Math.min(sum + amount, whole);
    const due = whole === 0 ? 0 : Math.round((part * sum) / whole);
    const own = due - told;
    told = due;
    return own;
  };
}
