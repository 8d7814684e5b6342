import { type Day, dateText } from "./days.ts";
import type { World } from "./deal.ts";
import { quarterLabel, yearLabel } from "./fiscal.ts";
import type { Organisation } from "./organisation.ts";
import { at } from "./random.ts";
import type { Results } from "./results.ts";
import type { Seat, Team } from "./teams.ts";

export const quotaHeader =
  "entity_type,entity_id,measure,period,amount,currency,effective_from,recorded_on,reason";

export interface QuotaOptions extends World {
  readonly company: string;
  readonly organisation: Organisation;
  readonly results: Results;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** How a year's quota falls on its quarters. */
export const season = [0.205, 0.205, 0.23, 0.36] as const;
/** Growth asked for in each year from the first on; the first year is a plan of its own. */
const growth = [-0.03, 0.1, 0.12, 0.12, 0.06, 0.1] as const;
/** Over-assignment of teams against the company. */
const teamBuffer = 1.02;

export const roundTo = (amount: number, step: number) => Math.round(amount / step) * step;

/** The year whose sales a year's quotas are set by: the one before, or its own when it is the first. */
const basisOf = ({ firstYear }: QuotaOptions, year: number) =>
  year === firstYear ? year : year - 1;

/** What a seat sold in the year that quotas are set by, in US cents. */
export function soldBefore(options: QuotaOptions, { index }: Seat, year: number): number {
  const { fiscal, results } = options;
  const first = fiscal.quarterOf(fiscal.yearStart(basisOf(options, year)));
  return sum([0, 1, 2, 3].map((quarter) => results.seatQuarter(index, first + quarter)));
}

/** The company's target for a year in whole dollars. */
export function companyTarget(options: QuotaOptions, year: number): number {
  const seats = options.organisation.teams.flatMap(({ seats }) => seats);
  const sold = sum(seats.map((seat) => soldBefore(options, seat, year))) / 100;
  const asked = 1 + at(growth, Math.min(year - options.firstYear, growth.length - 1));
  return roundTo(sold * asked, 250_000);
}

export interface TeamTarget {
  readonly team: Team;
  readonly target: number;
}

/** The company's target shared over the teams by what they sold before, and a little more. */
export function teamTargets(options: QuotaOptions, year: number): TeamTarget[] {
  const { teams } = options.organisation;
  const sold = teams.map(({ seats }) => sum(seats.map((seat) => soldBefore(options, seat, year))));
  const everything = sum(sold);
  const target = companyTarget(options, year) * teamBuffer;
  return teams.map((team, index) => {
    const share = everything > 0 ? at(sold, index) / everything : 1 / teams.length;
    return { team, target: roundTo(target * share, 50_000) };
  });
}

/** A year's target by quarter; sums exactly. */
export function seasonal(total: number): number[] {
  const quarters = season.slice(0, 3).map((share) => roundTo(total * share, 1_000));
  return [...quarters, total - sum(quarters)];
}

export interface QuotaEntry {
  readonly type: "company" | "region" | "team" | "rep";
  readonly id: string;
  readonly year: number;
  /** Whole dollars by quarter; quarters of zero have no row. */
  readonly quarters: readonly number[];
  readonly from: Day;
  readonly recorded: Day;
  readonly reason?: string;
}

/** The rows of one entity's year: the year, then its quarters. */
export function entryLines(entry: QuotaEntry): string[] {
  const { type, id, year, quarters, from, recorded, reason = "" } = entry;
  const line = (period: string, amount: number) =>
    `${type},${id},bookings,${period},${amount},USD,${dateText(from)},${dateText(recorded)},${reason}`;
  return [
    line(yearLabel(year), sum(quarters)),
    ...quarters.flatMap((amount, quarter) =>
      amount > 0 ? [line(quarterLabel(year, quarter), amount)] : [],
    ),
  ];
}

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
