import { daysBetween, type PlainDate } from "../../src/calendar.ts";
import { arrivalOutlook } from "../../src/opportunity/arrival/outlook.ts";
import { epochDay } from "../../src/opportunity/epoch.ts";
import { monthEnds, pipelineMonths } from "../../src/opportunity/hazard/month.ts";
import type { Run } from "../run.ts";
import { type ArrivalRow, arrivalHistory } from "./arrival-history.ts";
import type { RepMonths } from "./open-months.ts";

/** Weeks that deals not yet created are looked at for. */
const weeksAhead = 57;

/** A rep as far as new deals are concerned. */
export interface Taker {
  readonly repId: string;
  /** Null for who is still there. */
  readonly leftOn: PlainDate | null;
}

/** Deals created by a rep's peers count as so many of each rep. */
const evenShare = 2;

/** What deals not yet created are expected to bring a rep in a segment, month by month. */
export interface NewMonths extends RepMonths {
  /** How many are won, and the variance of what they bring (compound Poisson). */
  readonly wins: Float64Array;
  readonly variance: Float64Array;
}

/** Whose new deals are looked at: as known at a cutoff, of those created after `from`. */
export interface Coming {
  readonly cutoff: PlainDate;
  /** The cutoff, or a later day. */
  readonly from: PlainDate;
  readonly takers: readonly Taker[];
}

/**
 * What deals not yet created are expected to bring, by rep, segment and month from `from` on. A
 * segment's go to reps as its deals of the year before did, who has left by the cutoff left out.
 */
export async function comingMonths(
  { warehouse, workspace }: Pick<Run, "warehouse" | "workspace">,
  { cutoff, from, takers }: Coming,
): Promise<NewMonths[]> {
  const { kinds, places } = await arrivalHistory({ warehouse, workspace }, cutoff);
  const daysPassed = daysBetween(cutoff, from);
  const histories = kinds.map(({ history }) => history);
  const outlooks = arrivalOutlook(histories, { ...places, daysPassed }, weeksAhead);
  const here = new Set(
    takers.filter(({ leftOn }) => leftOn === null || leftOn > cutoff).map(({ repId }) => repId),
  );
  const sums = new Map<string, NewMonths>();
  const ends = monthEnds(from).map((end) => end - epochDay(from));
  for (const [index, { segment, arrivals }] of kinds.entries()) {
    const outlook = outlooks[index];
    for (const { repId, share } of outlook ? sharesOf(arrivals, here) : []) {
      const sum = sumsFor(sums, repId, segment);
      addShare(sum.cents, share, monthSums(outlook?.meanCents ?? [], ends));
      addShare(sum.wins, share, monthSums(outlook?.won ?? [], ends));
      addShare(sum.variance, share, monthSums(outlook?.variance ?? [], ends));
    }
  }
  return [...sums.values()];
}

function sumsFor(sums: Map<string, NewMonths>, repId: string, segment: string): NewMonths {
  const key = JSON.stringify([repId, segment]);
  const none = () => new Float64Array(pipelineMonths);
  const known = sums.get(key) ?? { repId, segment, cents: none(), wins: none(), variance: none() };
  sums.set(key, known);
  return known;
}

function addShare(sums: Float64Array, share: number, months: readonly number[]): void {
  for (const [month, value] of months.entries()) {
    sums[month] = (sums[month] ?? Number.NaN) + share * value;
  }
}

function monthSums(daily: readonly number[], ends: readonly number[]): number[] {
  let from = 0;
  return ends.map((end) => {
    const sum = daily.slice(from, end).reduce((a, b) => a + b, 0);
    from = end;
    return sum;
  });
}

/** Each rep's share of a kind's coming deals: as many as were created, drawn to even. */
function sharesOf(arrivals: readonly ArrivalRow[], here: ReadonlySet<string>) {
  const counts = new Map<string, number>();
  for (const { rep_id, count_deals } of arrivals) {
    if (here.has(rep_id)) counts.set(rep_id, (counts.get(rep_id) ?? evenShare) + count_deals);
  }
  // where everybody who created one has left, nobody is known to take them
  if (counts.size === 0) return [{ repId: "unassigned", share: 1 }];
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  return [...counts].map(([repId, count]) => ({ repId, share: count / total }));
}
