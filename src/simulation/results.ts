import type { Day } from "./days.ts";
import type { World } from "./deal.ts";
import { linesTotal } from "./lines.ts";
import type { Story } from "./story.ts";
import type { Seat } from "./teams.ts";

/** What was really sold, in US cents, by quarter; feeds quotas and the managers' calls. */
export interface Results {
  add(story: Story): void;
  /** Bookings of a team's seats of a role; every role when none is given. */
  teamQuarter(team: number, quarter: number, role?: Seat["role"]): number;
  companyQuarter(quarter: number): number;
  /** Deals played, exported, won and lost, by kind. */
  readonly counts: Map<string, number>;
}

export function createResults({ market, fiscal }: World): Results {
  const cells = new Map<string, number>();
  const counts = new Map<string, number>();
  const add = (key: string, cents: number) => cells.set(key, (cells.get(key) ?? 0) + cents);
  return {
    counts,
    add(story) {
      const { deal, path, quote } = story;
      count(counts, `${deal.kind} ${path.isWon ? "won" : "lost"}`);
      if (!path.isWon) return;
      const cents = inDollars(linesTotal(quote.settled), path.closed, story, market);
      const quarter = fiscal.quarterOf(path.closed);
      add(`${deal.seat.team.index} ${deal.seat.role} ${quarter}`, cents);
      add(`company ${quarter}`, cents);
    },
    teamQuarter(team, quarter, role) {
      const sold = (name: Seat["role"]) => cells.get(`${team} ${name} ${quarter}`) ?? 0;
      return role ? sold(role) : sold("account_executive") + sold("account_manager");
    },
    companyQuarter: (quarter) => cells.get(`company ${quarter}`) ?? 0,
  };
}

const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

function inDollars(cents: number, day: Day, { deal }: Story, market: World["market"]): number {
  return deal.account.country.currency === "EUR" ? Math.round(cents / market.euros(day)) : cents;
}
