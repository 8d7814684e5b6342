import type { Account } from "./accounts.ts";
import type { Contract } from "./contracts.ts";
import type { Day } from "./days.ts";
import type { DealKind, World } from "./deal.ts";
import type { Seat } from "./teams.ts";

/** A deal about to begin. */
export interface Opening {
  readonly kind: DealKind;
  readonly begun: Day;
  readonly seat: Seat;
  readonly recurring: number;
  readonly termMonths: number;
  readonly contract: Contract | undefined;
}

/** What the rest of the account's life must know of a deal. */
export interface Outcome {
  readonly isWon: boolean;
  readonly closed: Day;
  /** When the subscription begins, if it is won. */
  readonly start: Day;
}

export interface LifeOptions extends World {
  readonly account: Account;
  readonly seed: number;
  /** Multiplies how often new and expansion deals begin. */
  readonly activity: number;
  /** Plays one deal to its end, which may lie after the as-of date. */
  play(opening: Opening): Outcome;
}
