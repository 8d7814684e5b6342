import { grouped } from "../statistics/grouped.ts";
import type { Booked } from "./booked.ts";
import type { Entity } from "./hierarchy.ts";

/** A forecast of months ahead by entity, the origin's first; null where there was none. */
export type PathAt = (entity: number, origin: number) => ArrayLike<number> | null;

/**
 * The months ahead whose mean is looked at: whole ones, soon known. What is wrong in all of them
 * counts for more than what is wrong in one.
 */
const farthest = 3;

/** The past that sizes are learned from. */
const monthsBack = 24;

/** Errors of the usual size that an entity is given to start from. */
const prior = 6;

/** An entity's month counts as at least so much of its kind's mean one. */
const smallestShare = 0.05;

/** No history is so smooth that its future is known better than to a hundredth of its size. */
const smallestError = 0.01;

/** The deviation over the mean of a month where no error of the kind is known yet. */
const usualVariation = 1;

/** Beyond ten times the mean the months before were no guide at all; how much more says nothing. */
const largestVariation = 10;

interface Past {
  squares: number;
  sizes: number;
  count: number;
}

/**
 * The mean squared error of each entity's mean month of a quarter, as known at an origin: of its own
 * forecasts at earlier origins, leaning on what errors of its kind (company, region, team, segment,
 * rep) are in proportion to the forecast.
 *
 * @param size the entity's usual month as now forecast
 */
export function errorVariances(
  entities: readonly Entity[],
  { byEntity }: Booked,
  { pathAt, origin, size }: { pathAt: PathAt; origin: number; size: ArrayLike<number> },
): Float64Array {
  const past = entities.map((_, k) => pastOf(k, byEntity[k], pathAt, origin));
  const variances = new Float64Array(entities.length);
  const all = entities.map((_, k) => k);
  for (const members of grouped(all, (k) => entities[k]?.entityType).values()) {
    const total = (of: (one: Past) => number) =>
      members.reduce((sum, k) => sum + of(past[k] ?? { squares: 0, sizes: 0, count: 0 }), 0);
    const sizes = total((one) => one.sizes);
    const seen = sizes > 0 ? total((one) => one.squares) / sizes : usualVariation ** 2;
    const ratio = Math.min(largestVariation ** 2, seen);
    const sized = members.map((k) => Math.abs(size[k] ?? Number.NaN)).filter((one) => one > 0);
    const mean = sized.reduce((a, b) => a + b, 0) / Math.max(1, sized.length);
    for (const k of members) {
      const month = Math.max(Math.abs(size[k] ?? 0), smallestShare * mean);
      const { squares, count } = past[k] ?? { squares: 0, count: 0 };
      const least = (smallestError * month) ** 2;
      variances[k] = Math.max(least, (squares + prior * ratio * month * month) / (count + prior));
    }
  }
  return variances;
}

function pastOf(
  entity: number,
  booked: Float64Array | undefined,
  pathAt: PathAt,
  end: number,
): Past {
  const past = { squares: 0, sizes: 0, count: 0 };
  for (let origin = Math.max(0, end - monthsBack); origin < end; origin++) {
    const path = pathAt(entity, origin);
    if (!path) continue;
    if (origin + farthest >= end) continue;
    let [error, size] = [0, 0];
    for (let lead = 1; lead <= farthest; lead++) {
      const mean = path[lead] ?? Number.NaN;
      error += ((booked?.[origin + lead] ?? Number.NaN) - mean) / farthest;
      size += mean / farthest;
    }
    past.squares += error * error;
    past.sizes += size * size;
    past.count++;
  }
  return past;
}
