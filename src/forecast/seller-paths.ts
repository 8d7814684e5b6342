import type { Booked } from "./booked.ts";
import type { Hierarchy } from "./hierarchy.ts";
import { bookedBySeller, type Presence, presences, type Ramp, rampAt } from "./ramp.ts";
import { sellerLevels } from "./seller-level.ts";
import type { Timeline } from "./timeline.ts";

/** What reps and their cells are expected to book, at an origin, before anything is reconciled. */
export interface SellerPaths {
  /** Months ahead by rep, the origin's first. */
  readonly paths: readonly (readonly number[])[];
  /** Each cell's share of its rep. */
  readonly mix: Float64Array;
}

/** The past that a rep's mix of segments is learned from. */
const mixMonths = 24;

/** A rep's mix leans on the team's as if so much of the mean rep's bookings had been the team's. */
const mixPrior = 0.25;

/**
 * Forecasts of reps and cells at any origin. A rep's months are few and far between, so a path is
 * the rep's usual month, times the ramp, times the company's season; the cells share it by the
 * segments of the rep's last two years, leaning on the team's.
 */
export function sellerForecaster(hierarchy: Hierarchy, booked: Booked, line: Timeline) {
  const presence = presences(hierarchy, line);
  const bySeller = bookedBySeller(hierarchy, booked);
  return (origin: number, season: readonly number[]): SellerPaths => {
    const ramp = rampAt(presence, bySeller, origin);
    const levels = sellerLevels(hierarchy.sellers, presence, bySeller, { origin, ramp });
    const paths = presence.map((one, k) =>
      pathOf(levels[k] ?? Number.NaN, one, ramp, origin, season),
    );
    return { paths, mix: mixAt(hierarchy, booked, origin) };
  };
}

function pathOf(
  level: number,
  { hired }: Presence,
  ramp: Ramp,
  origin: number,
  season: readonly number[],
): number[] {
  return season.map((index, lead) => {
    const months = hired === null ? null : origin + lead - hired;
    return level * ramp(months) * index;
  });
}

/** A path's months over the mean of its first year; all 1 without one. */
export function seasonOf(path: readonly number[] | null | undefined, length: number): number[] {
  const year = path?.slice(0, 12) ?? [];
  const mean = year.reduce((a, b) => a + b, 0) / year.length;
  if (!path || !(mean > 0)) return Array<number>(length).fill(1);
  return path.map((value) => value / mean);
}

function mixAt(hierarchy: Hierarchy, { byCell }: Booked, origin: number): Float64Array {
  const { sellers, segments, entities } = hierarchy;
  const width = segments.length;
  const recent = byCell.map((months) => {
    const sum = months.slice(Math.max(0, origin - mixMonths), origin).reduce((a, b) => a + b, 0);
    return Math.max(0, sum);
  });
  const sums = (members: readonly number[]) =>
    segments.map((_, k) =>
      members.reduce((total, seller) => total + (recent[seller * width + k] ?? Number.NaN), 0),
    );
  const company = sums(sellers.map((_, seller) => seller));
  const countSelling = (members: readonly number[]) =>
    Math.max(1, members.filter((one) => sums([one]).some((value) => value > 0)).length);
  const mix = new Float64Array(byCell.length);
  for (const { entityType, sellers: members } of entities) {
    if (entityType !== "team") continue;
    const team = sums(members);
    const usual = shares(team) ?? shares(company);
    if (!usual) continue;
    const prior = (mixPrior * team.reduce((a, b) => a + b, 0)) / countSelling(members);
    for (const seller of members) {
      const own = segments.map(
        (_, k) => (recent[seller * width + k] ?? Number.NaN) + prior * (usual[k] ?? 0),
      );
      for (const [k, share] of (shares(own) ?? usual).entries()) mix[seller * width + k] = share;
    }
  }
  return mix;
}

/** Null where all are 0. */
function shares(values: readonly number[]): number[] | null {
  const total = values.reduce((a, b) => a + b, 0);
  return total > 0 ? values.map((value) => value / total) : null;
}
