import { daysInMonth } from "../calendar.ts";
import { memoised } from "../statistics/memoised.ts";
import { type Company, isTotal } from "./base.ts";
import { calibrateRanges } from "./calibration.ts";
import { chanceToReach } from "./chance.ts";
import type { Cutoff } from "./cutoff.ts";
import { errorPaths, type Stretch, spreadOf } from "./error-paths.ts";
import { errorVariances } from "./error-size.ts";
import type { Entity } from "./hierarchy.ts";
import { type MonthsAhead, withoutCells } from "./months-ahead.ts";
import { type Outlook, outlooks, type SpreadIn, type SpreadMonths } from "./outlook.ts";
import { firstJudged, knownErrors } from "./past-errors.ts";
import { type DatedScore, scoresOf } from "./scored.ts";
import type { TimelinePeriod } from "./timeline.ts";

/** A forecast as made at a cutoff, from what was known by then. */
export interface CutoffForecast extends SpreadMonths {
  readonly outlooks: readonly Outlook[];
  /** How many of its deviations an outlook's interval reaches at a level, on either side. */
  readonly reach: (outlook: Outlook, level: number) => number;
  /** The chance, 0 to 1, that an outlook's period reaches an amount in minor units. */
  readonly chance: (outlook: Outlook, amount: number) => number;
  /** Past errors that its reach rests on; below 40 it is Student-t's. */
  readonly countScores: (outlook: Outlook) => number;
}

/** A way of forecasting as it is gone through, cutoff by cutoff: what it said, and how far off it was. */
export interface Track {
  readonly company: Company;
  /** By the month of the cutoff. */
  readonly past: (MonthsAhead | undefined)[];
  readonly scores: DatedScore[];
}

/** A level that is only its peers' may err by a month's scatter: a quarter's sum twice as far. */
const unproven = 2;

/**
 * Months for which past errors calibrate ranges, each season once: those of longer ago were of a
 * smaller company and of methods that had seen less of it.
 */
const monthsBack = 12;

/** Nothing said so far. */
export function trackOf(company: Company): Track {
  return { company, past: [], scores: [] };
}

/** Gives what is said at a cutoff its ranges, from errors of the same way at earlier ones. */
export function ranged(
  track: Track,
  months: MonthsAhead,
  spreadIn: SpreadIn = spreadOver(errorsOf(track, months), months.cutoff),
): CutoffForecast {
  const { company, scores } = track;
  const { origin } = months.cutoff;
  const spread = { months, spreadIn };
  const known = scores.flatMap(({ last, score }) =>
    last < origin && last >= origin - monthsBack ? [score] : [],
  );
  const { factor, level, count } = calibrateRanges(known, company.hierarchy.entities);
  return {
    ...spread,
    outlooks: outlooks(company, spread),
    reach: factor,
    chance: (outlook, amount) => chanceToReach(outlook, amount, (within) => level(outlook, within)),
    countScores: count,
  };
}

/** Later cutoffs learn from the forecast of a month's own one. */
export function remember({ company, past, scores }: Track, forecast: CutoffForecast): void {
  const { origin } = forecast.months.cutoff;
  past[origin] = withoutCells(forecast.months);
  if (origin >= firstJudged) scores.push(...scoresOf(company, forecast));
}

/** What a way of forecasting missed by at earlier cutoffs. */
export interface Errors {
  /** By entity: the size of a month's error. */
  readonly units: Float64Array;
  /** By entity: paths of errors in units, of all totals or of all reps. */
  readonly pathsOf: (entity: number) => readonly Float64Array[];
  /** What stands for the rest of the cutoff's month, where the paths are of another day of it. */
  readonly rest: Stretch["rest"];
}

/** The errors of a way of forecasting, as known at a cutoff. */
export function errorsOf(track: Track, months: MonthsAhead): Errors {
  const { hierarchy, booked, line } = track.company;
  const { cutoff } = months;
  const units = unitsOf(track, months);
  const pathsFor = (isIn: (entity: Entity) => boolean) => {
    const members = hierarchy.entities.flatMap((entity, k) => (isIn(entity) ? [k] : []));
    return errorPaths(knownErrors(track.past, booked, { members, units, end: cutoff.origin }));
  };
  const ofTotals = pathsFor(isTotal);
  const ofReps = pathsFor((entity) => !isTotal(entity));
  const share = cutoff.daysLeft / daysInMonth(cutoff.date);
  return {
    units,
    pathsOf: (k) => (hierarchy.entities[k]?.entityType === "rep" ? ofReps : ofTotals),
    rest:
      cutoff.daysLeft === line.daysLeft
        ? { lead: 0, factor: 1 }
        : { lead: 1, factor: Math.sqrt(share) },
  };
}

function spreadOver({ units, pathsOf, rest }: Errors, { origin }: Cutoff): SpreadIn {
  // periods of entities that share their paths share their spread, too
  const known = memoised((paths: readonly Float64Array[]) =>
    memoised(({ first, last }: TimelinePeriod) =>
      spreadOf(paths, { first: Math.max(0, first - origin), last: last - origin, rest }),
    ),
  );
  return (entity, period) => {
    const { below, above } = known(pathsOf(entity))(period);
    const unit = units[entity] ?? Number.NaN;
    return { below: unit * below, above: unit * above };
  };
}

/** By entity the size of a month's error. */
function unitsOf({ company, past }: Track, { cutoff, ahead, models }: MonthsAhead): Float64Array {
  return errorVariances(company.hierarchy.entities, company.booked, {
    pathAt: (k, at) => past[at]?.ahead[k] ?? null,
    origin: cutoff.origin,
    size: ahead.map(meanMonth),
  }).map((variance, k) => Math.sqrt(variance) * (models[k] === "peer_mean" ? unproven : 1));
}

/** The mean month of the next year but for the cutoff's own. */
export const meanMonth = (path: ArrayLike<number>) =>
  Array.from({ length: 12 }, (_, k) => path[k + 1] ?? Number.NaN).reduce((a, b) => a + b, 0) / 12;
