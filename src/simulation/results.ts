import type { World } from "./deal.ts";
import { linesTotal } from "./lines.ts";
import type { Story } from "./story.ts";

/** Deals that really closed: how many, how many of them won, and the days those took in all. */
export interface Closed {
  readonly deals: number;
  readonly won: number;
  readonly wonDays: number;
}

/** What was really sold, in US cents, by quarter; feeds quotas, goals and the managers' calls. */
export interface Results {
  add(story: Story): void;
  seatQuarter(seat: number, quarter: number): number;
  seatClosed(seat: number, quarter: number): Closed;
}

const nothing: Closed = { deals: 0, won: 0, wonDays: 0 };

export function createResults({ market, fiscal }: World): Results {
  const cells = new Map<string, number>();
  const counts = new Map<string, Closed>();
  return {
    add(story) {
      const { deal, path } = story;
      const key = `${deal.seat.index} ${fiscal.quarterOf(path.closed)}`;
      const { deals, won, wonDays } = counts.get(key) ?? nothing;
      const [wins, days] = path.isWon ? [1, path.closed - deal.begun] : [0, 0];
      counts.set(key, { deals: deals + 1, won: won + wins, wonDays: wonDays + days });
      if (!path.isWon) return;
      cells.set(key, (cells.get(key) ?? 0) + dollarsOf(story, market));
    },
    seatQuarter: (seat, quarter) => cells.get(`${seat} ${quarter}`) ?? 0,
    seatClosed: (seat, quarter) => counts.get(`${seat} ${quarter}`) ?? nothing,
  };
}

function dollarsOf({ deal, path, quote }: Story, market: World["market"]): number {
  const cents = linesTotal(quote.settled);
  if (deal.account.country.currency === "USD") return cents;
  return Math.round(cents / market.euros(path.closed));
}
