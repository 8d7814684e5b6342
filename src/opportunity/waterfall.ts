import { type DealChange, type Pipeline, summed, type Waterfall } from "./bar.ts";
import type { Holds } from "./holder.ts";
import type { Measure } from "./measure.ts";
import { type Movement, movementOf, type Place } from "./movement.ts";
import { endsOf, type Version } from "./state.ts";
import { type Change, terms } from "./term.ts";

/**
 * Every opportunity's movement between the ends of two days, for all scopes at once.
 *
 * @param versions at least those that hold at either date, as known now or then, in any order
 */
function movementsOf(versions: Iterable<Version>, measure: Measure): Movement[] {
  const ends = endsOf(versions, measure).values();
  return [...ends].map((pair) => movementOf(pair, measure)).filter((found) => found !== null);
}

/**
 * What changed the pipeline that a scope holds, by the state at the two dates (net).
 *
 * Beside the changes of `movementOf` an opportunity is **transferred**, at its opening amount, when
 * it is held outside of the scope at one date and inside at the other, because its owner or the
 * owner's team changed; what changed in it afterwards counts for whom it went to. So the terms of
 * parts sum to those of their whole, and the transfers between them cancel. As known then, the
 * opening is what the drops up to the first date had told, and **told late** leads from it to what
 * the drops up to the later date tell of the first.
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
function scopedWaterfall(
  movements: readonly Movement[],
  { from, to }: Pick<Measure, "from" | "to">,
  holds: Holds,
): Waterfall {
  const held: Held = (place) => (place !== null && holds(place.holder) ? place : null);
  const changes = movements.flatMap((movement) =>
    [...toldLate(movement, held), ...changesFor(movement, holds)].map(({ term, cents }) => ({
      term,
      deal: dealOf(movement, cents),
    })),
  );
  return {
    from,
    to,
    opening: summed(heldIn(movements, ({ told }) => held(told))),
    closing: summed(heldIn(movements, ({ closing }) => held(closing))),
    bars: terms.map((term) => ({
      term,
      ...summed(changes.filter((change) => change.term === term).map(({ deal }) => deal)),
    })),
  };
}

/** A place where the scope holds it, else null. */
type Held = (place: Place | null) => Place | null;

const heldIn = (movements: readonly Movement[], placeOf: (movement: Movement) => Place | null) =>
  movements.flatMap((movement) => {
    const place = placeOf(movement);
    return place === null ? [] : [dealOf(movement, place.cents)];
  });

/** What later drops told of the first date, where a scope holds the opportunity by either telling. */
function toldLate({ told, opening }: Movement, held: Held): Change[] {
  if (told === opening) return [];
  const [before, after] = [held(told), held(opening)];
  if (before === null && after === null) return [];
  if (before !== null && after !== null && before.cents === after.cents) return [];
  const [was, is] = [before?.cents ?? null, after?.cents ?? null];
  if (was === null && is === null) return [{ term: "told_late", cents: null }];
  // what isn't there, or has no amount, adds nothing
  return [{ term: "told_late", cents: (is === null ? 0 : is) - (was === null ? 0 : was) }];
}

function changesFor({ opening, holder, changes }: Movement, holds: Holds): readonly Change[] {
  const is = holds(holder);
  const was = opening === null ? is : holds(opening.holder);
  if (!was && !is) return [];
  if (was === is || opening === null) return changes;
  const { cents } = opening;
  if (is) return [{ term: "transferred_in", cents }, ...changes];
  return [{ term: "transferred_out", cents: negative(cents) }];
}

const dealOf = (movement: Movement, cents: number | null): DealChange => ({
  opportunity_id: movement.opportunity_id,
  rep_id: movement.holder.rep_id,
  cents,
  opening_cents: movement.told?.cents ?? null,
  closing_cents: movement.closing?.cents ?? null,
});

function mirrored({ from, to, opening, closing, bars }: Waterfall): Waterfall {
  const swapped = ({ opening_cents, closing_cents, ...deal }: DealChange): DealChange => ({
    ...deal,
    opening_cents: closing_cents,
    closing_cents: opening_cents,
  });
  const kept = ({ cents, deals }: Pipeline) => ({ cents, deals: deals.map(swapped) });
  return {
    from: to,
    to: from,
    opening: kept(closing),
    closing: kept(opening),
    bars: bars.map(({ term, cents, deals }) => ({
      term,
      cents: cents === 0 ? 0 : -cents,
      deals: deals.map((deal) => ({ ...swapped(deal), cents: negative(deal.cents) })),
    })),
  };
}

const negative = (cents: number | null) => (cents === null || cents === 0 ? cents : -cents);
