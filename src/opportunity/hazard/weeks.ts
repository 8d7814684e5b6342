import type { FiscalCalendar, PlainDate } from "../../calendar.ts";
import { hashOf } from "../../statistics/random.ts";
import { epochDay } from "../epoch.ts";
import type { FollowedDeal } from "./snapshot.ts";
import { type Step, stepOfDay, stepsAfter } from "./step.ts";

/** Weeks of deals: one in which a deal was open at its beginning, and how it had ended at its end. */
export interface DealWeeks {
  readonly deals: readonly FollowedDeal[];
  /** Of each week its deal, by its place in `deals`, and its step after the deal's cutoff. */
  readonly deal: Uint32Array;
  readonly step: readonly Step[];
  readonly won: Uint8Array;
  readonly lost: Uint8Array;
  /** How many weeks each stands for. */
  readonly weight: Float64Array;
}

interface Followed {
  /** Steps that the deal was open in at their beginning and that are over. */
  readonly count: number;
  readonly outcome: "won" | "lost" | null;
}

export interface FollowOptions {
  readonly calendar: FiscalCalendar;
  /** The last day of which is known how deals had ended. */
  readonly knownBy: PlainDate;
  /** About as many weeks are kept: all that a deal ended in, of the others a share. */
  readonly most: number;
}

/**
 * The weeks of deals after their cutoffs until they were won or lost, or were still open when the
 * outcome was last known. Weeks without an end are thinned, those that are kept weigh accordingly.
 */
export function followDeals(
  deals: readonly FollowedDeal[],
  { calendar, knownBy, most }: FollowOptions,
): DealWeeks {
  const steps = new Map<PlainDate, Step[]>();
  for (const { cutoff } of deals) {
    if (!steps.has(cutoff)) steps.set(cutoff, stepsAfter(cutoff, calendar));
  }
  const last = epochDay(knownBy);
  const followed = deals.map((deal) => follow(deal, steps.get(deal.cutoff) ?? [], last));
  const ends = followed.filter(({ outcome }) => outcome !== null).length;
  const others = followed.reduce((total, { count }) => total + count, 0) - ends;
  const share = Math.min(1, Math.max(most - ends, ends, 1) / Math.max(1, others));
  return keep(deals, { followed, steps, share });
}

function follow(deal: FollowedDeal, steps: readonly Step[], last: number): Followed {
  const over = steps.findIndex((step) => step.last > last);
  const count = over === -1 ? steps.length : over;
  if (deal.ended_on === null) return { count, outcome: null };
  const end = stepOfDay(steps, epochDay(deal.ended_on));
  // an end in a week that isn't over says as little as no end in it
  return end === -1 || end >= count
    ? { count, outcome: null }
    : { count: end + 1, outcome: deal.outcome };
}

interface Kept {
  readonly followed: readonly Followed[];
  readonly steps: ReadonlyMap<PlainDate, readonly Step[]>;
  readonly share: number;
}

function keep(deals: readonly FollowedDeal[], kept: Kept): DealWeeks {
  const weeks = deals.flatMap((deal, index) => weeksOf(deal, index, kept));
  return {
    deals,
    deal: Uint32Array.from(weeks, ({ deal }) => deal),
    step: weeks.map(({ step }) => step),
    won: Uint8Array.from(weeks, ({ outcome }) => (outcome === "won" ? 1 : 0)),
    lost: Uint8Array.from(weeks, ({ outcome }) => (outcome === "lost" ? 1 : 0)),
    weight: Float64Array.from(weeks, ({ weight }) => weight),
  };
}

/** The weeks of a deal that are kept. */
function weeksOf(deal: FollowedDeal, index: number, { followed, steps, share }: Kept) {
  const { count, outcome } = followed[index] ?? { count: 0, outcome: null };
  const seed = hashOf(`${deal.opportunity_id} ${deal.cutoff}`);
  const isEnd = (week: number) => outcome !== null && week === count - 1;
  return (steps.get(deal.cutoff) ?? []).slice(0, count).flatMap((step, week) => {
    if (isEnd(week)) return [{ deal: index, step, outcome, weight: 1 }];
    if (share < 1 && uniform(seed, week) >= share) return [];
    return [{ deal: index, step, outcome: null, weight: 1 / share }];
  });
}

/** A number of [0, 1) of a week of a deal: murmur3's finaliser. */
function uniform(seed: number, week: number): number {
  let mixed = Math.imul(seed ^ Math.imul(week + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}
