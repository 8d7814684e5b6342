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
  readonly sold: SoldIn | null;
  /** The export row that told of it last. */
  readonly source: Source;
}

/** Where something is written; null where nobody knows. */
export interface Source {
  readonly file: string | null;
  readonly line: number | null;
}

/** One for all deals of which nothing was paid or refunded. */
const none: readonly never[] = [];

/** Cents of a deal by line. */
function sharesOf(cents: number, rows: readonly DealRow[]): number[] {
  if (rows.length === 1) return [cents];
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  return shareOut(
    cents,
    rows.map(({ weight }) => exact(all > 0 ? weight : 1)),
  );
}

/** An amount in the currency that a deal was sold in, and the same in the company's. */
interface SoldIn {
  readonly currency: string;
  readonly minor: number;
  readonly cents: number;
}

/** Deals with an owner, their bookings shared out over their lines to the cent. */
export function soldDeals({ deals, payments, refunds }: PayInputs): SoldDeal[] {
  const paid = grouped(payments, ({ opportunity_id }) => opportunity_id);
  const refunded = grouped(refunds, ({ opportunity_id }) => opportunity_id);
  return [...grouped(deals, ({ opportunity_id }) => opportunity_id)].flatMap(([id, rows]) => {
    const [head] = rows;
    if (!head || head.rep_id === null) return [];
    return [soldDeal(head, rows, paid.get(id) ?? none, refunded.get(id) ?? none)];
  });
}

function soldDeal(
  head: DealRow,
  rows: readonly DealRow[],
  payments: readonly PaymentRow[],
  refunds: readonly RefundRow[],
): SoldDeal {
  const cents = sharesOf(head.bookings_cents, rows);
  const whole = {
    opportunityId: head.opportunity_id,
    date: head.close_date,
    type: head.deal_type,
    wholeCents: head.bookings_cents,
    invoicedOn: head.invoiced_on,
    payments: payments.length === 0 ? none : payments.map(paymentOf),
    refunds: refunds.length === 0 ? none : refunds.map(refundOf),
  };
  return {
    opportunityId: head.opportunity_id,
    accountId: head.account_id,
    ownerId: head.rep_id ?? "",
    date: head.close_date,
    sold: soldIn(head),
    source: { file: head.source_file, line: head.source_line },
    lines: rows.map(({ line_id, product, quantity }, at) => ({
      ...whole,
      lineId: line_id,
      product,
      cents: cents[at] ?? 0,
      quantity: quantity === null ? null : Math.round(quantity * 100),
    })),
  };
}

const soldIn = ({ currency, amount_minor, amount_cents }: DealRow): SoldIn | null =>
  currency === null || amount_minor === null || !amount_cents
    ? null
    : { currency, minor: amount_minor, cents: amount_cents };

const paymentOf = ({ paid_on, paid_cents }: PaymentRow) => ({ on: paid_on, cents: paid_cents });

const refundOf = ({ refund_id, issued_on, refunded_cents }: RefundRow): Refund => ({
  refundId: refund_id,
  on: issued_on,
  cents: refunded_cents,
});
