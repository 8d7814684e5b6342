import type { PlainDate } from "../../calendar.ts";
import type { Credit, CreditRole } from "../credit/credit.ts";

/** A deal that nobody has sold yet, all of it the person's; minor units. */
export interface Sale {
  readonly date: PlainDate;
  readonly amountCents: number;
  readonly type: string | null;
  readonly product: string | null;
  /** Null where it counts for whatever the plan credits. */
  readonly role: CreditRole | null;
}

/** A sale as a credit of the person: of one unit, not invoiced and not paid yet. */
export function creditOfSale(sale: Sale, repId: string, at = 0): Credit {
  const { date, amountCents, type, product, role } = sale;
  return {
    date,
    type,
    product,
    role,
    creditId: `a deal to come ${at}`,
    repId,
    opportunityId: `a deal to come ${at}`,
    lineId: null,
    amountCents,
    creditCents: amountCents,
    dealCents: amountCents,
    margin: null,
    quantity: { amount: 100, credit: 100 },
    invoicedOn: null,
    payments: [],
    reverses: null,
  };
}
