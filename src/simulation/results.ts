import type { World } from "./deal.ts";
import { linesTotal } from "./lines.ts";
import type { Story } from "./story.ts";

/** What was really sold, in US cents, by quarter; feeds quotas and the managers' calls. */
export interface Results {
  add(story: Story): void;
  seatQuarter(seat: number, quarter: number): number;
}

export function createResults({ market, fiscal }: World): Results {
  const cells = new Map<string, number>();
  return {
    add(story) {
      const { deal, path } = story;
      if (!path.isWon) return;
      const key = `${deal.seat.index} ${fiscal.quarterOf(path.closed)}`;
      cells.set(key, (cells.get(key) ?? 0) + dollarsOf(story, market));
    },
    seatQuarter: (seat, quarter) => cells.get(`${seat} ${quarter}`) ?? 0,
  };
}

function dollarsOf({ deal, path, quote }: Story, market: World["market"]): number {
  const cents = linesTotal(quote.settled);
  if (deal.account.country.currency === "USD") return cents;
  return Math.round(cents / market.euros(path.closed));
}
