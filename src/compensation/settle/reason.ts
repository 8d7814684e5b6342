import { grouped } from "../../statistics/grouped.ts";
import type { Credit } from "../credit/credit.ts";
import { isOfCommission } from "../credit/override.ts";
import type { Reason } from "../line.ts";

/** What closed periods know of a credit: what the last that told of it said. */
export type SealedCredit = Pick<
  Credit,
  | "creditId"
  | "repId"
  | "date"
  | "opportunityId"
  | "type"
  | "product"
  | "amountCents"
  | "creditCents"
  | "dealCents"
  | "reverses"
>;

/** Deals by their ids, whichever plan credits them. */
export interface DealsKnown {
  /** Credited, as is known to periods of any plan that were closed no later than the plan's own last one. */
  readonly before: ReadonlySet<string>;
  /** Won today. */
  readonly now: ReadonlySet<string>;
}

/** Whose pay on which credit it is that comes out otherwise. */
type Changed = Pick<SealedCredit, "repId" | "opportunityId"> & { readonly creditId: string | null };

interface Knowledge {
  readonly before: readonly SealedCredit[];
  readonly now: readonly SealedCredit[];
  readonly deals: DealsKnown;
  /** Why, where nothing is known to have changed of what the credit is of. */
  readonly usual: Reason;
}

/**
 * Why pay of closed periods is another today: what of the deal has changed since, for the person whose
 * pay it is.
 */
export function reasonFinder({ before, now, deals, usual }: Knowledge): (of: Changed) => Reason {
  const [was, is] = [byHolding(before), byHolding(now)];
  return ({ creditId, ...holding }) => {
    if (creditId === null) return usual;
    const key = keyOf(holding);
    const [old, own] = [was.get(key) ?? [], is.get(key) ?? []];
    const { opportunityId } = holding;
    if (opportunityId === null) return isSame(old, own) ? usual : "corrected figure";
    const [then, today] = [split(old), split(own)];
    const ofDeal = dealReason(opportunityId, then.deal, today.deal, deals);
    return ofDeal ?? (isSame(then.refunds, today.refunds) ? usual : "changed refund");
  };
}

const keyOf = ({ repId, opportunityId }: Pick<SealedCredit, "repId" | "opportunityId">) =>
  `${repId}\u0000${opportunityId}`;

const byHolding = (credits: readonly SealedCredit[]) => grouped(credits, keyOf);

const split = (credits: readonly SealedCredit[]) => ({
  deal: credits.filter(({ reverses }) => reverses === null),
  refunds: credits.filter(({ reverses }) => reverses !== null),
});

/** What has changed of a deal or of a person's part of it; null where nothing has. */
function dealReason(
  opportunityId: string,
  was: readonly SealedCredit[],
  is: readonly SealedCredit[],
  deals: DealsKnown,
): Reason | null {
  const [old, own] = [was[0], is[0]];
  if (!old && !own) return null;
  if (!old && !deals.before.has(opportunityId)) return "late deal";
  if (!own && !deals.now.has(opportunityId)) return "deal taken out";
  // what others are paid on a deal isn't the deal
  if ([...was, ...is].some(isOfCommission)) return null;
  if (!old || !own) return "changed split";
  if (old.dealCents !== own.dealCents) return "corrected amount";
  if (sum(was, "amountCents") !== sum(is, "amountCents")) return "changed split";
  if (sum(was, "creditCents") !== sum(is, "creditCents")) return "changed split";
  return isSame(was, is) ? null : "corrected deal";
}

const sum = (credits: readonly SealedCredit[], figure: "amountCents" | "creditCents") =>
  credits.reduce((all, credit) => all + credit[figure], 0);

function isSame(was: readonly SealedCredit[], is: readonly SealedCredit[]): boolean {
  const texts = (credits: readonly SealedCredit[]) => credits.map(textOf).sort().join("\n");
  return texts(was) === texts(is);
}

const textOf = ({ creditId, date, type, product, amountCents, creditCents }: SealedCredit) =>
  JSON.stringify([creditId, date, type, product, amountCents, creditCents]);
