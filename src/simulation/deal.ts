import type { Account } from "./accounts.ts";
import type { Campaign } from "./campaigns.ts";
import type { Day } from "./days.ts";
import type { Fiscal } from "./fiscal.ts";
import type { Market } from "./market.ts";
import type { Person } from "./people.ts";
import type { Random } from "./random.ts";
import type { Seat } from "./teams.ts";

export type DealKind = "new" | "expansion" | "renewal";

/** A deal as it really is, before anybody writes it down. */
export interface Deal {
  readonly number: number;
  /** Salesforce's; other layouts number deals. */
  readonly id: string;
  readonly account: Account;
  readonly kind: DealKind;
  readonly seat: Seat;
  /** Who holds the seat when the deal begins: their skill drives it. */
  readonly owner: Person;
  readonly begun: Day;
  /** Recurring US dollars a year that are asked for. */
  readonly recurring: number;
  readonly termMonths: number;
  readonly leadSource: string;
  readonly campaign: Campaign | undefined;
  /** Unobserved, gamma with mean 1. */
  readonly frailty: number;
  /** How hard it is worked, 1 on average; shows in its activities. */
  readonly effort: number;
  /** For renewals: the day the contract runs out. */
  readonly contractEnd: Day | undefined;
  readonly random: Random;
}

/** When a deal really entered a stage. */
export interface Entry {
  readonly stage: number;
  readonly day: Day;
}

/** What really becomes of a deal. */
export interface Path {
  readonly entries: readonly Entry[];
  readonly isWon: boolean;
  /** When it is signed, or written off. */
  readonly closed: Day;
  /** At the start, by everything that is latent. */
  readonly winProbability: number;
  /** Signed in the quarter before the one in which it was due, at a price. */
  readonly isPulledIn: boolean;
}

export interface World {
  readonly market: Market;
  readonly fiscal: Fiscal;
}
