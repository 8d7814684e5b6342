/** What a quarter's forecast is made of, whole minor units; null where the pipeline isn't known. */
export interface QuarterParts {
  readonly target: number;
  readonly mean: number;
  readonly booked: number;
  /** Won, with a close date to come. */
  readonly ahead: number;
  /** Booked, and what these, open deals and those not yet created are expected to bring. */
  readonly pipeline: number | null;
  /** What open deals are expected to bring in the quarter, and their amount; null without any. */
  readonly open: { readonly expected: number; readonly amount: number } | null;
}

/** What was open at the same point of an earlier quarter, and won of it in that quarter. */
export interface EarlierShare {
  readonly amount: number;
  readonly won: number;
}

/** What would have to be true for a quarter to reach its target, one thing at a time. */
export interface Need {
  /** The target over the forecast; below zero where the forecast is above it. */
  readonly gap: number;
  /** Expected from deals not yet created. */
  readonly coming: number | null;
  /** What the forecast by past bookings adds to the pipeline's or takes from it. */
  readonly correction: number | null;
  readonly share: NeededShare | null;
  /** What deals not yet created must bring over what they are expected to; null where that is nothing. */
  readonly comingTimes: number | null;
}

export interface NeededShare {
  /** Won in the quarter of the amount that is open: as expected, and for the target. */
  readonly expected: number;
  readonly needed: number;
  /** Earlier quarters that came to so much, of those known. */
  readonly countReached: number;
  readonly count: number;
}

/** What is expected of deals not yet created below this share of the forecast is next to nothing. */
const nextToNothing = 0.01;

/** @param earlier quarters, at the same point of each */
export function needOf(parts: QuarterParts, earlier: readonly EarlierShare[]): Need {
  const { target, mean, booked, ahead, pipeline, open } = parts;
  const gap = target - mean;
  const coming = pipeline === null ? null : pipeline - booked - ahead - (open?.expected ?? 0);
  const isSome = coming !== null && coming > nextToNothing * mean;
  return {
    gap,
    coming,
    correction: pipeline === null ? null : mean - pipeline,
    share: shareOf(gap, open, earlier),
    comingTimes: isSome ? (coming + gap) / coming : null,
  };
}

function shareOf(
  gap: number,
  open: QuarterParts["open"],
  earlier: readonly EarlierShare[],
): NeededShare | null {
  if (open === null || open.amount <= 0) return null;
  const needed = Math.max(0, (open.expected + gap) / open.amount);
  const shares = earlier.filter(({ amount }) => amount > 0).map(({ won, amount }) => won / amount);
  return {
    expected: open.expected / open.amount,
    needed,
    countReached: shares.filter((share) => share >= needed).length,
    count: shares.length,
  };
}

/** An open deal that may be won in the next quarter. */
export interface LaterDeal {
  readonly win_rate_in_quarter: number;
  readonly win_rate_next_quarter: number;
  /** What it would add to this quarter's forecast if it were won in it. */
  readonly added_cents: number;
}

/** Deals that would close a gap if they were won a quarter earlier. */
export interface Forward<Deal> {
  readonly deals: readonly Deal[];
  /** What they would add to the forecast. */
  readonly added: number;
  readonly isEnough: boolean;
}

/**
 * The first deals that close the gap, of those likelier won next quarter than in this one.
 *
 * @param deals the likeliest money of the next quarter first
 */
export function bringForward<Deal extends LaterDeal>(
  gap: number,
  deals: readonly Deal[],
): Forward<Deal> {
  const chosen: Deal[] = [];
  let added = 0;
  for (const deal of deals) {
    if (added >= gap) break;
    if (deal.win_rate_next_quarter <= deal.win_rate_in_quarter) continue;
    chosen.push(deal);
    added += deal.added_cents;
  }
  return { deals: chosen, added, isEnough: added >= gap };
}
