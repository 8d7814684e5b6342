import type { Replay } from "./series/backtest.ts";
import type { Member } from "./series/member.ts";
import { pathsOf } from "./series/paths.ts";
import { unitOf } from "./series/unit.ts";
import { weightsOf } from "./series/weights.ts";

/** Months of a season. */
const season = 12;

/** The fewest complete months, from the first with bookings on, that members are fitted to. */
const memberMinimum = 6;

/** Months from one origin of the evidence for weights to the next: those between tell the same. */
const evidenceStep = 3;

/** The farthest month ahead that weights are judged by. */
const evidenceReach = 12;

/** What every member says of a total's months ahead at an origin. */
export interface MemberPaths {
  /** Member by member, from the origin's month on. */
  readonly paths: readonly (readonly number[])[];
  /** The size of its errors as known then. */
  readonly unit: number;
}

/** Known regressors of one total as an origin knows them: one row a month of the timeline. */
export type RegressorsAt = (origin: number) => readonly (readonly number[])[] | undefined;

/**
 * The members' paths of one total at every origin, each fitted once to the months before it; null
 * where they are too few.
 *
 * @param booked bookings by month from the timeline's first on
 * @param h months ahead
 */
export function totalPaths(
  booked: Float64Array,
  members: readonly Member[],
  { h, regressorsAt }: { readonly h: number; readonly regressorsAt?: RegressorsAt | undefined },
): (MemberPaths | null)[] {
  const first = booked.findIndex((value) => value !== 0);
  return Array.from(booked, (_, origin) => {
    if (first < 0 || origin - first < memberMinimum) return null;
    const y = Array.from(booked.slice(first, origin));
    const regressors = regressorsAt?.(origin)?.slice(first);
    const paths = pathsOf(members, { y, season, h, ...(regressors ? { regressors } : {}) });
    return { paths, unit: unitOf(y, season) };
  });
}

/**
 * The combined path of each total at an origin: members weighted by their errors of a year ahead
 * at every third earlier origin, as far as they were known by then.
 *
 * @returns null where a total has no member paths
 */
export function combinedAt(
  totals: readonly (readonly (MemberPaths | null)[])[],
  booked: readonly Float64Array[],
  origin: number,
  count: number,
): (number[] | null)[] {
  const replays = totals.map((paths, index) => replaysBefore(paths, booked[index], origin));
  const weights = weightsOf(replays, count);
  return totals.map((paths, index) => {
    const own = paths[origin];
    if (!own) return null;
    const length = own.paths[0]?.length ?? 0;
    return Array.from({ length }, (_, lead) =>
      own.paths.reduce(
        (sum, path, member) => sum + (path[lead] ?? Number.NaN) * (weights[index]?.[member] ?? 0),
        0,
      ),
    );
  });
}

function replaysBefore(
  paths: readonly (MemberPaths | null)[],
  booked: Float64Array | undefined,
  end: number,
): Replay[] {
  const replays: Replay[] = [];
  for (let origin = end - evidenceStep; origin >= 0; origin -= evidenceStep) {
    const past = paths[origin];
    if (!past) continue;
    for (let k = 0; k < Math.min(evidenceReach, end - origin); k++) {
      replays.push({
        origin,
        lead: k + 1,
        actual: booked?.[origin + k] ?? Number.NaN,
        means: past.paths.map((path) => path[k] ?? Number.NaN),
        unit: past.unit,
      });
    }
  }
  return replays;
}
