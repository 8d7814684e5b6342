import type { Grain, PlainDate } from "../calendar.ts";
import type { Company } from "./base.ts";
import type { Spread } from "./error-paths.ts";
import type { Model, MonthsAhead } from "./months-ahead.ts";
import { fiscalMonth, reach, type TimelinePeriod } from "./timeline.ts";

/** What one entity is expected to book in one period, before its interval is known. */
export interface Outlook {
  /** Place of the entity. */
  readonly entity: number;
  readonly model: Model;
  readonly period: Grain;
  readonly periodStart: PlainDate;
  /** Periods ahead, 0 for the one that holds the cutoff. */
  readonly horizon: number;
  /** A month's place in its quarter, 0 to 2; 0 of longer periods. */
  readonly place: number;
  /** Numbers of the period's first and last month. */
  readonly first: number;
  readonly last: number;
  /** Booked in the period by the cutoff. */
  readonly done: number;
  /** Whole minor units; a quarter's is the sum of its months', a team's that of its reps'. */
  readonly mean: number;
  /** How far the sum reaches below and above, as deviations, before it is calibrated. */
  readonly spread: Spread;
  /** What the sum can't fall below: what is booked already; none where corrections occur. */
  readonly floor: number;
}

/** A cutoff's forecast, and how far it may be off. */
export interface SpreadMonths {
  readonly months: MonthsAhead;
  readonly spreadIn: SpreadIn;
}

/** How far an entity's sum over a period's months ahead reaches to either side, in minor units. */
export type SpreadIn = (entity: number, period: TimelinePeriod) => Spread;

/** The outlook of every period from the cutoff's to the end of the next fiscal year. */
export function outlooks({ hierarchy, booked, line }: Company, ahead: SpreadMonths): Outlook[] {
  const { months, spreadIn } = ahead;
  const { origin } = months.cutoff;
  const periods = periodsAhead(ahead, line);
  return hierarchy.entities.flatMap((_, entity) => {
    const model = months.models[entity];
    if (!model) return [];
    const own = booked.byEntity[entity] ?? new Float64Array();
    const isBounded = !own.subarray(0, origin).some((value) => value < 0);
    return periods.map((period): Outlook => {
      const done = doneIn(own, months, entity, period);
      return {
        entity,
        model,
        period: period.period,
        periodStart: period.periodStart,
        horizon: period.horizon,
        place: period.period === "month" ? fiscalMonth(line, period.first) % 3 : 0,
        first: period.first,
        last: period.last,
        done,
        mean: done + restOf(months, entity, period),
        spread: spreadIn(entity, period),
        floor: isBounded ? done : Number.NEGATIVE_INFINITY,
      };
    });
  });
}

interface PeriodAhead extends TimelinePeriod {
  readonly horizon: number;
}

function periodsAhead({ months }: SpreadMonths, line: Company["line"]): PeriodAhead[] {
  const { origin } = months.cutoff;
  const end = reach(line, origin);
  const ahead = line.periods.filter(({ first, last }) => last >= origin && first <= end);
  return ahead.map((one) => ({
    ...one,
    horizon: ahead.filter((other) => other.period === one.period && other.last < one.last).length,
  }));
}

/** Booked in the period by the cutoff: earlier months, and the cutoff's so far. */
function doneIn(
  booked: Float64Array,
  { cutoff: { origin }, toPoint }: MonthsAhead,
  entity: number,
  { first }: TimelinePeriod,
): number {
  let done = first <= origin ? (toPoint[entity] ?? Number.NaN) : 0;
  for (let month = Math.max(0, first); month < origin; month++) done += booked[month] ?? Number.NaN;
  return done;
}

function restOf(
  { cutoff: { origin }, ahead }: MonthsAhead,
  entity: number,
  { first, last }: TimelinePeriod,
): number {
  let rest = 0;
  for (let lead = Math.max(0, first - origin); lead <= last - origin; lead++) {
    rest += ahead[entity]?.[lead] ?? Number.NaN;
  }
  return rest;
}
