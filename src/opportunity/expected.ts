/** What of an open deal counts towards what is expected; whole minor units, null where unknown. */
export interface ExpectedDeal {
  readonly bookings_cents: number | null;
  readonly win_rate: number | null;
  readonly expected_if_won_cents: number | null;
  readonly expected_cents: number | null;
  readonly expected_in_quarter_cents: number | null;
  readonly expected_next_quarter_cents: number | null;
  readonly risk_flags: string | null;
}

/** What some open deals come to. */
export interface ExpectedTotals {
  readonly deals: number;
  /** Deals whose amount isn't known: they add nothing to the sum of amounts. */
  readonly without_amount: number;
  /** Deals of which nothing is expected, since it isn't known what they were like. */
  readonly without_forecast: number;
  readonly amount_cents: number;
  /** What they would bring if all of them were won. */
  readonly if_won_cents: number;
  readonly expected_cents: number;
  readonly expected_in_quarter_cents: number;
  readonly expected_next_quarter_cents: number;
  /** Deals with a risk flag, and what is expected of them. */
  readonly flagged: number;
  readonly flagged_expected_cents: number;
}

/** Adds deals up, the same on the page, for those that it shows, as in its answer. */
export function expectedTotals(deals: readonly ExpectedDeal[]): ExpectedTotals {
  const flagged = deals.filter(({ risk_flags }) => risk_flags !== null && risk_flags !== "");
  return {
    deals: deals.length,
    without_amount: deals.filter((deal) => deal.bookings_cents === null).length,
    without_forecast: deals.filter((deal) => deal.expected_cents === null).length,
    amount_cents: sumOf(deals, (deal) => deal.bookings_cents),
    if_won_cents: sumOf(deals, (deal) => deal.expected_if_won_cents),
    expected_cents: sumOf(deals, (deal) => deal.expected_cents),
    expected_in_quarter_cents: sumOf(deals, (deal) => deal.expected_in_quarter_cents),
    expected_next_quarter_cents: sumOf(deals, (deal) => deal.expected_next_quarter_cents),
    flagged: flagged.length,
    flagged_expected_cents: sumOf(flagged, (deal) => deal.expected_cents),
  };
}

/**
 * How few deals make half of what is uncertain about the sum expected: half of the variance of what
 * independent deals bring, won at their chance for what they bring if won, or lost for nothing.
 */
export function countOfHalf(deals: readonly ExpectedDeal[]): number {
  const variances = deals
    .map(({ win_rate, expected_if_won_cents: worth }) =>
      win_rate === null || worth === null ? 0 : win_rate * (1 - win_rate) * worth ** 2,
    )
    .sort((a, b) => b - a);
  const half = variances.reduce((total, variance) => total + variance, 0) / 2;
  let sum = 0;
  const last = variances.findIndex((variance) => {
    sum += variance;
    return sum >= half;
  });
  return half === 0 ? 0 : last + 1;
}

/** The known parts. */
function sumOf(
  deals: readonly ExpectedDeal[],
  partOf: (deal: ExpectedDeal) => number | null,
): number {
  let sum = 0;
  for (const deal of deals) {
    const part = partOf(deal);
    if (part !== null) sum += part;
  }
  return sum;
}
