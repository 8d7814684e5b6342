import type { PlainDate } from "../../calendar.ts";
import type { CellAhead } from "../cell-months.ts";
import type { CellForecast } from "../ways.ts";
import type { ChangeCause } from "./cause.ts";
import type { DealChanges } from "./deal-change.ts";

/** A deal booked between two cutoffs, whole minor units. */
export interface Booking {
  readonly opportunityId: string;
  readonly repId: string;
  readonly segment: string;
  readonly date: PlainDate;
  readonly cents: number;
}

/** What is known of what happened between two cutoffs. */
export interface Between {
  readonly before: CellForecast;
  readonly now: CellForecast;
  readonly bookings: readonly Booking[];
  readonly deals: DealChanges;
  /** From deals not created by the later cutoff, as expected at the earlier one. */
  readonly coming: CellAhead;
}

/** What one thing did to the forecast of a cell, through one deal where it was one. */
export interface CellChange {
  readonly cell: number;
  readonly cause: ChangeCause;
  readonly opportunityId: string | null;
  /** Whole minor units. */
  readonly cents: number;
}
