import type { ChangeCause } from "./cause.ts";
import { type DealChanges, type DealEffect, type Expected, effect } from "./deal-change.ts";
import { isPulledIn } from "./deal-state.ts";
import type { TrackedDeal } from "./tracked-deal.ts";

/** Of a deal that is won and counts for a later day what its changes are told by. */
export type AheadDeal = Pick<
  TrackedDeal,
  "opportunity_id" | "rep_id" | "segment" | "close_date" | "bookings_cents"
>;

export interface DealsAhead<Deal extends AheadDeal> {
  /** Won by the earlier cutoff, and by the later one, and booked at neither. */
  readonly earlier: readonly Deal[];
  readonly current: readonly Deal[];
  readonly isBooked: (deal: Deal) => boolean;
  /** What one brings in the months ahead of the later cutoff. */
  readonly expected: (deal: Deal) => Expected;
}

/** What happened between two cutoffs to deals that were won and count for a later day. */
export function aheadChanges<Deal extends AheadDeal>({
  earlier,
  current,
  isBooked,
  expected,
}: DealsAhead<Deal>): DealChanges {
  const last = new Map(current.map((deal) => [deal.opportunity_id, deal]));
  const known = new Set(earlier.map(({ opportunity_id }) => opportunity_id));
  const kept = earlier.flatMap((deal): DealEffect[] => {
    const later = last.get(deal.opportunity_id);
    const start = expected(deal);
    if (!later) return [effect(deal, isBooked(deal) ? "won" : "lost", start, null)];
    return keptEffects(deal, later, expected);
  });
  const fresh = current
    .filter(({ opportunity_id }) => !known.has(opportunity_id))
    .map((deal) => effect(deal, "won", null, expected(deal)));
  return {
    aged: earlier.map((deal) => ({ deal, expected: expected(deal) })),
    changes: [...kept, ...fresh],
  };
}

/** Of a deal that stays won one change after another: its date, its amount, who holds it. */
function keptEffects<Deal extends AheadDeal>(
  deal: Deal,
  later: Deal,
  expected: DealsAhead<Deal>["expected"],
): DealEffect[] {
  const dated = { ...deal, close_date: later.close_date };
  const priced = { ...dated, bookings_cents: later.bookings_cents };
  const moved: ChangeCause = isPulledIn(deal, later) ? "pulled_in" : "pushed";
  const isMoved = deal.close_date !== later.close_date;
  const isRepriced = deal.bookings_cents !== later.bookings_cents;
  const isHandedOver = deal.rep_id !== later.rep_id || deal.segment !== later.segment;
  return [
    ...(isMoved ? [effect(deal, moved, expected(deal), expected(dated))] : []),
    ...(isRepriced ? [effect(deal, "repriced", expected(dated), expected(priced))] : []),
    ...(isHandedOver ? [effect(deal, "handed_over", expected(priced), null)] : []),
    ...(isHandedOver ? [effect(later, "handed_over", null, expected(later))] : []),
  ];
}
