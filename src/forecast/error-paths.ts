import { normalQuantile } from "../statistics/normal.ts";
import { uniformStream } from "../statistics/random.ts";
import { longest } from "./base.ts";

/** How a past forecast of months missed, in its entity's unit, as far as it is known by now. */
export type KnownErrors = readonly number[];

/** Paths before anything was back-tested, and how much of their error is the level's. */
const [assumedCount, levelShare] = [40, 0.5];

/** Fewer known paths than this prove little: assumed ones stand beside them. */
const fewestKnown = 4;

/**
 * Error paths of `longest` months, scaled, from which sums of months get their spread: what is
 * known of past misses, month by month, since a level that was wrong in one month is wrong in the
 * next, too. A path that isn't known to its end goes on as the longer path did that was nearest to
 * it where it ends. Beyond the longest one known, errors repeat and grow with the root of the lead.
 */
export function errorPaths(known: readonly KnownErrors[]): Float64Array[] {
  // that nothing came where nothing was expected tells of no size
  const usable = known.filter((path) => path.some((error) => error !== 0));
  const ordered = [...usable].sort((a, b) => b.length - a.length);
  const whole: Float64Array[] = [];
  for (const path of ordered) {
    const countLonger = ordered.findIndex(({ length }) => length <= path.length);
    whole.push(completed(path, whole.slice(0, countLonger)));
  }
  return whole.length < fewestKnown ? [...whole, ...assumedPaths()] : whole;
}

function completed(path: KnownErrors, longer: readonly Float64Array[]): Float64Array {
  const last = path.length - 1;
  const end = path[last] ?? Number.NaN;
  let nearest: Float64Array | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of longer) {
    const distance = Math.abs((other[last] ?? Number.NaN) - end);
    if (distance < least) [nearest, least] = [other, distance];
  }
  return Float64Array.from({ length: longest }, (_, lead) => {
    if (lead <= last) return path[lead] ?? Number.NaN;
    if (nearest) return nearest[lead] ?? Number.NaN;
    return (path[lead % path.length] ?? Number.NaN) * Math.sqrt((lead + 1) / path.length);
  });
}

/** Independent months about a level that is wrong by half a month's deviation. */
function assumedPaths(): Float64Array[] {
  const uniform = uniformStream(1);
  const normal = () => normalQuantile(Math.max(1e-9, uniform()));
  return Array.from({ length: assumedCount }, () => {
    const level = levelShare * normal();
    return Float64Array.from({ length: longest }, () => level + normal());
  });
}

/** How far sums of some months of the paths reach below and above 0, as deviations. */
export interface Spread {
  readonly below: number;
  readonly above: number;
}

/** The normal deviate of a 80 % interval, whose ends are the best known part of a skewed spread. */
const deviate = normalQuantile(0.9);

/** A side reaches at least so much of the whole: paths that never fell short prove little. */
const smallestSide = 0.2;

/** A sum of months ahead. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** What stands for the rest of the cutoff's own month: a lead's error, and how much of it. */
  readonly rest: { readonly lead: number; readonly factor: number };
}

export const spreadOf = (paths: readonly Float64Array[], stretch: Stretch): Spread =>
  spreadAbout(pathSums(paths, stretch));

/** How far values reach below and above 0, as deviations. */
export function spreadAbout(values: Float64Array): Spread {
  const sums = values.toSorted();
  const at = (share: number) => sums[Math.floor(share * (sums.length - 1))] ?? Number.NaN;
  const [low, high] = [at(0.1), at(0.9)];
  const least = smallestSide * (high - low);
  return { below: Math.max(least, -low) / deviate, above: Math.max(least, high) / deviate };
}

/** One sum a path, in their order. */
function pathSums(paths: readonly Float64Array[], { first, last, rest }: Stretch): Float64Array {
  return Float64Array.from(paths, (path) => {
    let sum = first === 0 ? (path[rest.lead] ?? Number.NaN) * rest.factor : 0;
    for (let lead = Math.max(1, first); lead <= last; lead++) sum += path[lead] ?? Number.NaN;
    return sum;
  });
}
