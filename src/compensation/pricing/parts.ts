import type Fraction from "fraction.js";
import { isZero, least, most, one } from "../exact.ts";
import type { ReachedTier, Zone } from "../rate/tariff.ts";

/** The part of a credit that lies in a zone. */
export interface Part {
  readonly zone: Zone;
  readonly share: Fraction;
}

/**
 * The zones that a credit lies in, in the order in which it passes them; a credit that takes no room
 * lies in the zone where it stands. Bounds belong to the zone above them.
 */
export function partsOf(zones: readonly Zone[], before: Fraction, after: Fraction): Part[] {
  const [only] = zones;
  if (zones.length === 1 && only) return [{ zone: only, share: one }];
  const isRising = before.compare(after) <= 0;
  const [low, high] = isRising ? [before, after] : [after, before];
  const first = zoneAt(zones, low);
  const last = Math.max(first, zoneUnder(zones, high));
  const room = high.sub(low);
  const parts = zones.slice(first, last + 1).map((zone, offset): Part => {
    if (first === last || isZero(room)) return { zone, share: one };
    const from = zone.from === null ? low : most(zone.from, low);
    const next = zones[first + offset + 1]?.from;
    const until = next ? least(next, high) : high;
    return { zone, share: until.sub(from).div(room) };
  });
  return isRising ? parts : parts.reverse();
}

/** The zone that a position lies in. */
const zoneAt = (zones: readonly Zone[], position: Fraction) =>
  zones.findLastIndex(({ from }) => from === null || from.compare(position) <= 0);

/** The zone that ends at a position or holds it within. */
const zoneUnder = (zones: readonly Zone[], position: Fraction) =>
  zones.findLastIndex(({ from }) => from === null || from.compare(position) < 0);

/** The place of the tier that credit has reached; the first where it has reached none. */
export function tierReached(tiers: readonly ReachedTier[], position: Fraction): number {
  if (tiers.length === 0) return 0;
  return Math.max(
    0,
    tiers.findLastIndex(({ from }) => from.compare(position) <= 0),
  );
}
