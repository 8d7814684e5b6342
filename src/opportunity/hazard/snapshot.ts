import type { PlainDate } from "../../calendar.ts";

/** An open deal as it was known at the end of a cutoff; null where nothing was told. */
export interface DealSnapshot {
  readonly cutoff: PlainDate;
  readonly opportunity_id: string;
  /** Counts the times that it was open: a deal that is reopened begins anew. */
  readonly spell: number;
  readonly rep_id: string;
  readonly segment: string;
  readonly industry: string | null;
  readonly lead_source: string | null;
  readonly deal_type: string | null;
  readonly stage: string | null;
  readonly stage_days: number;
  readonly age_days: number;
  /** Whole minor units, as all money, at the cutoff's rate. */
  readonly bookings_cents: number | null;
  /** The usual size in its segment of deals that ended in the year before. */
  readonly usual_cents: number | null;
  /** Against the first amount told. */
  readonly amount_change_rate: number | null;
  readonly count_pushes: number;
  readonly pushed_days: number;
  readonly count_pulls: number;
  readonly close_date: PlainDate | null;
  /** Negative where the typed close date has passed. */
  readonly days_to_close: number | null;
  readonly idle_days: number | null;
  readonly count_recent_activities: number | null;
  readonly probability_rate: number | null;
  readonly forecast_category: string | null;
  readonly rep_won_count: number;
  readonly rep_closed_count: number;
  readonly company_won_count: number;
  readonly company_closed_count: number;
  readonly account_won_count: number;
  readonly account_closed_count: number;
  readonly account_last_outcome: "won" | "lost" | null;
}

/** Tells opportunities apart, and the times that one was open. */
export const dealKey = ({
  opportunity_id,
  spell,
}: Pick<DealSnapshot, "opportunity_id" | "spell">): string => `${opportunity_id} ${spell}`;

/** How a deal had ended by the day of a fit; null where it was still open. */
export interface KnownEnd {
  readonly outcome: "won" | "lost" | null;
  /** The day that it counts for; before or on its cutoff where that was noted late. */
  readonly ended_on: PlainDate | null;
  readonly won_cents: number | null;
}

export type FollowedDeal = DealSnapshot & KnownEnd;
