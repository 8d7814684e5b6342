import { type Base, basesOf, type Company, isTotal, longest } from "./base.ts";
import { bookedByMonth } from "./booked.ts";
import { cutoffIn, weeklyCutoffs } from "./cutoff.ts";
import type { Drivers } from "./drivers.ts";
import { type DayBooking, hierarchyOf, type Seller } from "./hierarchy.ts";
import { regressorsOf } from "./regressors.ts";
import { nextMonth, onDay, replayOf } from "./replay.ts";
import { type Mstl, membersWith } from "./series/member.ts";
import { monthStart, type Timeline } from "./timeline.ts";
import { totalPaths } from "./total-paths.ts";
import { type CutoffForecasts, type Pipeline, waysOf } from "./ways.ts";

export interface BookingsOptions {
  readonly company: string;
  readonly sellers: readonly Seller[];
  /** Bookings from the timeline's first month to the as-of date. */
  readonly days: readonly DayBooking[];
  readonly line: Timeline;
  /** What else may drive bookings; the calendar and headcount always count. */
  readonly drivers?: Drivers;
  readonly pipeline?: Pipeline;
  readonly mstl: Mstl;
}

const noDrivers: Drivers = { spend: [], created: [], indicators: [], holidays: [] };
const noPipeline: Pipeline = { cells: [], at: () => undefined };

/** Months before the as-of one whose cutoffs are published. */
const publishedMonths = 36;

/** The forecasts of a company and all its parts, one cutoff after another. */
export interface BookingsForecast {
  readonly company: Company;
  /**
   * To be gone through once: cutoffs of the past 36 months, as many days before the month's end as
   * the as-of date, the as-of's own, and then those of the past thirteen weeks, earliest first.
   */
  readonly cutoffs: Iterable<CutoffForecasts>;
}

/**
 * Forecasts every entity at each cutoff from what was known by then. By its series: company,
 * regions, teams and segments by the members of the series forecast, combined by their own
 * back-tests, reps by their usual month, all brought together over rep × segment. By its pipeline,
 * where that is given. And by both, weighed by how they did at earlier cutoffs. Ranges are
 * calibrated on earlier cutoffs, each way by its own.
 */
export function forecastBookings({
  company: name,
  sellers,
  days,
  line,
  drivers = noDrivers,
  pipeline = noPipeline,
  mstl,
}: BookingsOptions): BookingsForecast {
  const asOf = monthStart(line, line.current);
  const hierarchy = hierarchyOf({ company: name, sellers, days, cells: pipeline.cells, asOf });
  const booked = bookedByMonth(days, hierarchy, line);
  const company: Company = { hierarchy, booked, line };
  const members = membersWith(mstl);
  const regressors = regressorsOf(company, drivers);
  const totals = hierarchy.entities.filter(isTotal).map((entity, k) => {
    const own = booked.byEntity[k] ?? new Float64Array();
    return totalPaths(own, members, { h: longest, regressorsAt: regressors(entity) });
  });
  const bases = basesOf(company, totals, members.length);
  return { company, cutoffs: cutoffsOf(company, bases, pipeline) };
}

function* cutoffsOf(
  company: Company,
  bases: readonly Base[],
  pipeline: Pipeline,
): Generator<CutoffForecasts> {
  const { line } = company;
  const replay = replayOf(company, bases);
  const ways = waysOf(company, pipeline.at);
  for (let month = Math.min(1, line.current); month <= line.current; month++) {
    const cutoff = cutoffIn(line, month);
    const forecasts = ways.forecast(nextMonth(replay, cutoff), false);
    ways.remember(forecasts);
    if (month >= line.current - publishedMonths) yield forecasts;
  }
  for (const cutoff of weeklyCutoffs(line)) yield ways.forecast(onDay(replay, cutoff), true);
}
