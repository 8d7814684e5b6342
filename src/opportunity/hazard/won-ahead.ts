import type { PlainDate } from "../../calendar.ts";
import { epochDay } from "../epoch.ts";
import { monthEnds } from "./month.ts";

/** A deal known at the end of a cutoff to be won on a later day: bookings count on that day. */
export interface WonAhead {
  readonly opportunity_id: string;
  readonly rep_id: string;
  readonly segment: string;
  readonly close_date: PlainDate;
  /** Whole minor units. */
  readonly bookings_cents: number;
}

/**
 * Its chance to be booked by the end of each of the months from a day's own on: 0, and then 1. It
 * isn't booked in any of them where it was in one before.
 */
export function bookedByMonth({ close_date }: WonAhead, from: PlainDate): number[] {
  const isOver = close_date.slice(0, 7) < from.slice(0, 7);
  return monthEnds(from).map((end) => (!isOver && epochDay(close_date) <= end ? 1 : 0));
}
