import type { PlainDate } from "../calendar.ts";
import type { Holds } from "./holder.ts";
import {
  type Change,
  type Measure,
  type Movement,
  movementOf,
  type Term,
  terms,
} from "./movement.ts";
import { endsOf, type Version } from "./state.ts";

/** A pipeline at one date. */
export interface Pipeline {
  /** Whole minor units of the company's currency; deals without an amount add nothing. */
  readonly cents: number;
  readonly count: number;
  readonly count_without_amount: number;
}

/** What one term changed, with each opportunity behind it, the largest first. */
export interface Bar {
  readonly term: Term;
  /** The sum over `deals`: signed, what leaves is negative. */
  readonly cents: number;
  readonly deals: readonly DealChange[];
}

/** One opportunity's part of a bar. */
export interface DealChange {
  readonly opportunity_id: string;
  readonly term: Term;
  readonly cents: number | null;
}

/** What changed a pipeline between two dates: opening + all bars = closing, to the cent. */
export interface Waterfall {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly opening: Pipeline;
  readonly closing: Pipeline;
  /** Every term once, in the order of the identity. */
  readonly bars: readonly Bar[];
}

/**
 * Every opportunity's movement between the ends of two days, for all scopes at once.
 *
 * @param versions at least those that hold at either date, in any order
 */
export function movementsOf(versions: Iterable<Version>, measure: Measure): Movement[] {
  const ends = endsOf(versions, measure.from, measure.to).values();
  return [...ends].map((pair) => movementOf(pair, measure)).filter((found) => found !== null);
}

/**
 * What changed the pipeline that a scope holds, by the state at the two dates (net).
 *
 * Beside the changes of `movementOf` an opportunity is **transferred**, at its opening amount, when
 * it is held outside of the scope at one date and inside at the other, because its owner or the
 * owner's team changed; what changed in it afterwards counts for whom it went to. So the terms of
 * parts sum to those of their whole, and the transfers between them cancel.
 *
 * Dates the other way round give the same deals with every sign turned.
 */
export function waterfall(
  versions: Iterable<Version>,
  measure: Measure,
  holds: Holds = () => true,
): Waterfall {
  const { from, to } = measure;
  if (from > to) return mirrored(waterfall(versions, { ...measure, from: to, to: from }, holds));
  return scopedWaterfall(movementsOf(versions, measure), measure, holds);
}

/** The waterfall of one scope from the movements of all. */
export function scopedWaterfall(
  movements: readonly Movement[],
  { from, to }: Pick<Measure, "from" | "to">,
  holds: Holds,
): Waterfall {
  const held = (place: Movement["opening"]) => (place && holds(place.holder) ? [place] : []);
  const changes = movements.flatMap((movement) =>
    changesFor(movement, holds).map(({ term, cents }) => ({
      opportunity_id: movement.opportunity_id,
      term,
      cents,
    })),
  );
  return {
    from,
    to,
    opening: pipelineOf(movements.flatMap(({ opening }) => held(opening))),
    closing: pipelineOf(movements.flatMap(({ closing }) => held(closing))),
    bars: terms.map((term) => barOf(term, changes)),
  };
}

function changesFor({ opening, holder, changes }: Movement, holds: Holds): readonly Change[] {
  const [was, is] = [opening ? holds(opening.holder) : holds(holder), holds(holder)];
  if (!was && !is) return [];
  if (was === is || opening === null) return changes;
  const { cents } = opening;
  if (is) return [{ term: "transferred_in", cents }, ...changes];
  return [{ term: "transferred_out", cents: negative(cents) }];
}

function pipelineOf(places: readonly { readonly cents: number | null }[]): Pipeline {
  const known = places.map(({ cents }) => cents).filter((cents) => cents !== null);
  return {
    cents: known.reduce((sum, cents) => sum + cents, 0),
    count: places.length,
    count_without_amount: places.length - known.length,
  };
}

function barOf(term: Term, changes: readonly DealChange[]): Bar {
  const deals = changes.filter((change) => change.term === term).sort(bySize);
  const cents = deals.reduce((sum, deal) => (deal.cents === null ? sum : sum + deal.cents), 0);
  return { term, cents, deals };
}

const sizeOf = ({ cents }: DealChange) => (cents === null ? -1 : Math.abs(cents));

const bySize = (a: DealChange, b: DealChange) =>
  sizeOf(b) - sizeOf(a) || (a.opportunity_id < b.opportunity_id ? -1 : 1);

function mirrored({ from, to, opening, closing, bars }: Waterfall): Waterfall {
  return {
    from: to,
    to: from,
    opening: closing,
    closing: opening,
    bars: bars.map((bar) => ({
      term: bar.term,
      cents: bar.cents === 0 ? 0 : -bar.cents,
      deals: bar.deals.map((deal) => ({ ...deal, cents: negative(deal.cents) })),
    })),
  };
}

const negative = (cents: number | null) => (cents === null || cents === 0 ? cents : -cents);
