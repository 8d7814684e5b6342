import type { Booked } from "./booked.ts";
import type { KnownErrors } from "./error-paths.ts";
import type { Entity } from "./hierarchy.ts";
import type { Method, MonthsAhead } from "./months-ahead.ts";

/** A past cutoff's forecast in each way of bringing levels together. */
export type PastWays = Readonly<Record<Method, MonthsAhead>>;

/** The most paths kept: quantiles of their sums settle long before. */
const mostPaths = 300;

/** Forecasts of a first year rest on too little to judge later ones by. */
export const firstJudged = 12;

/** The past that is looked at to choose, and the whole months ahead. */
const [monthsBack, quarter] = [24, 3];

/** What was booked less what was forecast, of the rest of the cutoff's month and of later ones. */
export function errorOf(
  { cutoff, ahead, toPoint }: MonthsAhead,
  { byEntity }: Booked,
  entity: number,
  lead: number,
): number {
  const booked = byEntity[entity]?.[cutoff.origin + lead] ?? Number.NaN;
  const before = lead === 0 ? (toPoint[entity] ?? Number.NaN) : 0;
  return booked - before - (ahead[entity]?.[lead] ?? Number.NaN);
}

/**
 * Errors of some entities' past forecasts in units, one path a past cutoff and entity, as
 * far as they are known in a month; at most 300, evenly out of all.
 */
export function knownErrors(
  past: readonly (MonthsAhead | undefined)[],
  booked: Booked,
  { members, units, end }: { members: readonly number[]; units: Float64Array; end: number },
): KnownErrors[] {
  const pairs = past.slice(firstJudged, end).flatMap((months) => {
    if (!months) return [];
    return members
      .filter((entity) => months.models[entity] && (units[entity] ?? 0) > 0)
      .map((entity) => ({ months, entity, unit: units[entity] ?? Number.NaN }));
  });
  const step = Math.max(1, Math.ceil(pairs.length / mostPaths));
  return pairs
    .filter((_, k) => k % step === 0)
    .map(({ months, entity, unit }) => {
      const known = Math.min(end - months.cutoff.origin, months.ahead[entity]?.length ?? 0);
      return Array.from({ length: known }, (_, k) => errorOf(months, booked, entity, k) / unit);
    });
}

/** A shared error of a tenth is assumed at so many cutoffs, until others are seen. */
const [usualCommon, commonPrior] = [0.1, 6];

/**
 * The typical error of the company's next quarter, as a share of it, over the last two years: what
 * all its parts missed together.
 *
 * @param past forecasts in one way, by the month of their cutoff
 */
export function commonError(
  past: readonly (MonthsAhead | undefined)[],
  booked: Booked,
  end: number,
): number {
  let [squares, count] = [commonPrior * usualCommon ** 2, commonPrior];
  for (const months of past.slice(Math.max(firstJudged, end - monthsBack), end - quarter)) {
    const forecast = quarterOf((lead) => months?.ahead[0]?.[lead] ?? Number.NaN);
    if (!months || !(forecast > 0)) continue;
    const error = quarterOf((lead) => errorOf(months, booked, 0, lead));
    squares += Math.min(1, (error / forecast) ** 2);
    count++;
  }
  return Math.sqrt(squares / count);
}

/**
 * The method of least error in the quarters ahead so far: the geometric mean over kinds of entities
 * of their WAPE. Adding up reps must have been better by a twentieth, which chance alone seldom is.
 */
export function bestMethod(
  past: readonly (PastWays | undefined)[],
  booked: Booked,
  entities: readonly Entity[],
  end: number,
): Method {
  const share = (method: Method) => errorShare(method, past, booked, { entities, end });
  return share("bottom_up") < margin * share("least_squares") ? "bottom_up" : "least_squares";
}

const margin = 0.95;

function errorShare(
  method: Method,
  past: readonly (PastWays | undefined)[],
  booked: Booked,
  { entities, end }: { entities: readonly Entity[]; end: number },
): number {
  const sums = new Map<string, { missed: number; booked: number }>();
  for (const one of past.slice(Math.max(firstJudged, end - monthsBack), end - quarter)) {
    const months = one?.[method];
    if (!months) continue;
    for (const [k, { entityType }] of entities.entries()) {
      if (!months.models[k]) continue;
      const sum = sums.get(entityType) ?? { missed: 0, booked: 0 };
      sums.set(entityType, sum);
      sum.missed += Math.abs(quarterOf((lead) => errorOf(months, booked, k, lead)));
      const at = (lead: number) => booked.byEntity[k]?.[months.cutoff.origin + lead] ?? Number.NaN;
      sum.booked += Math.abs(quarterOf(at));
    }
  }
  const ratios = [...sums.values()].filter((sum) => sum.missed > 0 && sum.booked > 0);
  const logs = ratios.map((sum) => Math.log(sum.missed / sum.booked));
  return Math.exp(logs.reduce((a, b) => a + b, 0) / Math.max(1, logs.length));
}

const quarterOf = (at: (lead: number) => number) => at(1) + at(2) + at(quarter);
