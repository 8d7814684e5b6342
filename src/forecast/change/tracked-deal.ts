import type { PlainDate } from "../../calendar.ts";

/** Of an open deal, as known at the end of a cutoff, what its changes are told by; null where nothing was told. */
export interface TrackedDeal {
  readonly cutoff: PlainDate;
  readonly opportunity_id: string;
  /** Counts the times that it was open. */
  readonly spell: number;
  readonly rep_id: string;
  readonly segment: string;
  readonly stage_days: number;
  readonly age_days: number;
  readonly idle_days: number | null;
  /** Of the last thirty days. */
  readonly count_recent_activities: number | null;
  readonly close_date: PlainDate | null;
  /** Negative where the typed close date has passed. */
  readonly days_to_close: number | null;
  readonly count_pushes: number;
  readonly pushed_days: number;
  readonly count_pulls: number;
  /** Whole minor units. */
  readonly bookings_cents: number | null;
  /** Against the first amount told. */
  readonly amount_change_rate: number | null;
}
