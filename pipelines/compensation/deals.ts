import Fraction from "fraction.js";
import type { PlainDate } from "../../src/calendar.ts";
import type { Deal, Refund } from "../../src/compensation/credit/deal.ts";
import { exact, shareOut } from "../../src/compensation/exact.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { DealRow, PayInputs, PaymentRow, RefundRow } from "./rows.ts";

/** A won deal with its lines, and who sold it. */
export interface SoldDeal {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly ownerId: string;
  readonly date: PlainDate;
  readonly lines: readonly Deal[];
  /** As it was sold, in minor units of its own currency; null where that isn't known. */
  readonly sold: { readonly currency: string; readonly minor: Fraction } | null;
  /** The export row that told of it last. */
  readonly sourceFile: string | null;
  readonly sourceLine: number | null;
}

/** Deals with an owner, their bookings shared out over their lines to the cent. */
export function soldDeals({ deals, payments, refunds }: PayInputs): SoldDeal[] {
  const paid = grouped(payments, ({ opportunity_id }) => opportunity_id);
  const refunded = grouped(refunds, ({ opportunity_id }) => opportunity_id);
  return [...grouped(deals, ({ opportunity_id }) => opportunity_id)].flatMap(([id, rows]) => {
    const [head] = rows;
    if (!head || head.rep_id === null) return [];
    return [soldDeal(head, rows, paid.get(id) ?? [], refunded.get(id) ?? [])];
  });
}

function soldDeal(
  head: DealRow,
  rows: readonly DealRow[],
  payments: readonly PaymentRow[],
  refunds: readonly RefundRow[],
): SoldDeal {
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const weights = rows.map(({ weight }) => exact(all > 0 ? weight : 1));
  const cents = shareOut(head.bookings_cents, weights);
  const whole = {
    opportunityId: head.opportunity_id,
    date: head.close_date,
    type: head.deal_type,
    wholeCents: head.bookings_cents,
    invoicedOn: head.invoiced_on,
    payments: payments.map(({ paid_on, paid_cents }) => ({ on: paid_on, cents: paid_cents })),
    refunds: refunds.map(refundOf),
  };
  return {
    opportunityId: head.opportunity_id,
    accountId: head.account_id,
    ownerId: head.rep_id ?? "",
    date: head.close_date,
    sold: soldIn(head),
    sourceFile: head.source_file,
    sourceLine: head.source_line,
    lines: rows.map(({ line_id, product, quantity }, at) => ({
      ...whole,
      lineId: line_id,
      product,
      cents: cents[at] ?? 0,
      quantity: quantity === null ? null : Math.round(quantity * 100),
    })),
  };
}

/** What is booked of a deal in its own currency: as much of its amount as is booked of it in the company's. */
function soldIn({ currency, amount_minor, amount_cents, bookings_cents }: DealRow) {
  if (currency === null || amount_minor === null || !amount_cents) return null;
  return { currency, minor: new Fraction(bookings_cents, amount_cents).mul(amount_minor) };
}

const refundOf = ({ refund_id, issued_on, refunded_cents }: RefundRow): Refund => ({
  refundId: refund_id,
  on: issued_on,
  cents: refunded_cents,
});
