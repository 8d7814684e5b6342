import type { ChancedDeals } from "../../src/opportunity/draws/draw.ts";
import { broughtBy, pipelineMonths, wonByMonth } from "../../src/opportunity/hazard/month.ts";
import { bookedByMonth, type WonAhead } from "../../src/opportunity/hazard/won-ahead.ts";
import { hashOf } from "../../src/statistics/random.ts";
import type { DealOutlook } from "../deals/outlook.ts";

/** What is expected of a rep in a segment, month by month: the rest of the cutoff's own first. */
export interface RepMonths {
  readonly repId: string;
  readonly segment: string;
  /** Minor units. */
  readonly cents: Float64Array;
}

/** Deals known at a cutoff: what they are expected to bring, and each with its chances. */
export interface OpenMonths {
  readonly months: readonly RepMonths[];
  readonly deals: Omit<ChancedDeals, "cells">;
  /** Of each deal the place of its rep and segment among the months. */
  readonly places: Int32Array;
}

/**
 * What open deals, and those that are won and count for a later day, are expected to bring, by rep,
 * segment and month.
 */
export function openMonths(outlook: DealOutlook): OpenMonths {
  const deals = [...openIn(outlook), ...outlook.wonAhead.map((deal) => certain(deal, outlook))];
  const sums = new Map<string, RepMonths>();
  const places = new Map<RepMonths, number>();
  const own = deals.map(({ repId, segment, wonBy, worth }) => {
    const sum = monthsOf(sums, repId, segment);
    places.set(sum, places.get(sum) ?? places.size);
    for (const [month, value] of broughtBy(wonBy, worth).entries()) {
      sum.cents[month] = (sum.cents[month] ?? Number.NaN) + value;
    }
    return sum;
  });
  return {
    months: [...sums.values()],
    places: Int32Array.from(own, (sum) => places.get(sum) ?? Number.NaN),
    deals: {
      hashes: Uint32Array.from(deals, ({ id }) => hashOf(id)),
      worth: Float64Array.from(deals, ({ worth }) => worth),
      wonBy: Float32Array.from(deals.flatMap(({ wonBy }) => wonBy)),
    },
  };
}

/** A deal that brings its worth by the end of each month ahead at some chance. */
interface Chanced {
  readonly id: string;
  readonly repId: string;
  readonly segment: string;
  readonly worth: number;
  readonly wonBy: readonly number[];
}

function openIn(outlook: DealOutlook): Chanced[] {
  const wonBy = wonByMonth(outlook);
  return outlook.deals.flatMap(({ opportunity_id: id, rep_id: repId, segment }, row) => {
    const worth = outlook.worth[row] ?? Number.NaN;
    // nothing tells what a deal without an amount brings where none was ever won
    return Number.isNaN(worth) ? [] : [{ id, repId, segment, worth, wonBy: wonBy(row) }];
  });
}

const certain = (deal: WonAhead, { cutoff }: DealOutlook): Chanced => ({
  id: deal.opportunity_id,
  repId: deal.rep_id,
  segment: deal.segment,
  worth: deal.bookings_cents,
  wonBy: bookedByMonth(deal, cutoff),
});

/** The sums of a rep in a segment, begun where there are none. */
function monthsOf(sums: Map<string, RepMonths>, repId: string, segment: string): RepMonths {
  const key = JSON.stringify([repId, segment]);
  const known = sums.get(key) ?? { repId, segment, cents: new Float64Array(pipelineMonths) };
  sums.set(key, known);
  return known;
}
