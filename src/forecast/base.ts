import type { Booked } from "./booked.ts";
import type { Cutoff } from "./cutoff.ts";
import type { Entity, Hierarchy } from "./hierarchy.ts";
import { seasonOf, sellerForecaster } from "./seller-paths.ts";
import type { Timeline } from "./timeline.ts";
import { combinedAt, type MemberPaths } from "./total-paths.ts";

/** All that was ever booked, and by whom. */
export interface Company {
  readonly hierarchy: Hierarchy;
  readonly booked: Booked;
  readonly line: Timeline;
}

/** Forecasts of every level on its own, made in a month from those before it. */
export interface Base {
  /** By entity, the origin's month as a whole first; null for what is only the sum of its reps. */
  readonly totals: readonly (readonly number[] | null)[];
  readonly sellers: readonly (readonly number[])[];
  /** Each cell's share of its rep. */
  readonly mix: Float64Array;
}

/** The most months that a forecast reaches: from a year's first to the end of the next year. */
export const longest = 24;

/** What is forecast by its own history; reps are too small for it. */
export const isTotal = ({ entityType }: Entity) => entityType !== "rep";

/** Forecasts of all levels at every origin, each from the months before it alone. */
export function basesOf(
  { hierarchy, booked, line }: Company,
  totals: readonly (readonly (MemberPaths | null)[])[],
  countMembers: number,
): Base[] {
  const forecastSellers = sellerForecaster(hierarchy, booked, line);
  return Array.from({ length: line.current + 1 }, (_, origin) => {
    const combined = combinedAt(totals, booked.byEntity, origin, countMembers);
    const { paths, mix } = forecastSellers(origin, seasonOf(combined[0], longest));
    return { totals: combined, sellers: paths, mix };
  });
}

/** By entity its own path or, where there is none, the sum of its reps' who are there by then. */
export function ownPaths(
  { entities, segments, since }: Hierarchy,
  base: Base,
  { date }: Cutoff,
): (readonly number[])[] {
  const isHere = since.map((day) => day <= date);
  return entities.map((entity, k) => {
    const own = base.totals[k];
    if (own) return own;
    const parts = partsOf(entity, base, segments.length).filter(({ seller }) => isHere[seller]);
    return Array.from({ length: longest }, (_, lead) =>
      parts.reduce((sum, { seller, share }) => {
        return sum + share * (base.sellers[seller]?.[lead] ?? Number.NaN);
      }, 0),
    );
  });
}

function partsOf({ entityType, sellers, cells }: Entity, { mix }: Base, width: number) {
  if (entityType !== "segment") return sellers.map((seller) => ({ seller, share: 1 }));
  return cells.map((cell) => ({
    seller: Math.floor(cell / width),
    share: mix[cell] ?? Number.NaN,
  }));
}
