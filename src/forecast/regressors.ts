import { monthsBetween } from "../calendar.ts";
import { grouped } from "../statistics/grouped.ts";
import { type Company, longest } from "./base.ts";
import {
  type Column,
  calendarColumns,
  type Drivers,
  headcount,
  indicatorColumn,
  lagged,
} from "./drivers.ts";
import type { Entity } from "./hierarchy.ts";
import { bookedBySeller, presences, rampAt } from "./ramp.ts";
import { monthStart } from "./timeline.ts";
import type { RegressorsAt } from "./total-paths.ts";

/**
 * The known regressors of each total, as an origin knows them: working days and the place in the
 * quarter; ramped headcount; opportunities created three months before; market indicators; and of
 * the company, what campaigns cost three months before. The ridge regression decides their size.
 */
export function regressorsOf(company: Company, drivers: Drivers): (entity: Entity) => RegressorsAt {
  const { hierarchy, booked, line } = company;
  const presence = presences(hierarchy, line);
  const bySeller = bookedBySeller(hierarchy, booked);
  const calendar = calendarColumns(line, line.current + longest, drivers.holidays);
  const spend = byMonth(drivers.spend, ({ cents }) => cents, company);
  const indicators = [...grouped(drivers.indicators, ({ name }) => name)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, rows]) => rows);
  const shared = Array.from({ length: line.current + 1 }, (_, origin) => {
    const length = origin + longest;
    // any day of the month may be a cutoff: what is recorded in it isn't known at the first
    const knownBy = monthStart(line, origin);
    const known = indicators.map((rows) => indicatorColumn(rows, line, { knownBy, length }));
    return {
      ramp: rampAt(presence, bySeller, origin),
      indicators: known.filter((column) => column !== null),
    };
  });
  return (entity) => {
    const created = byMonth(createdBy(entity, company, drivers), ({ count }) => count, company);
    return (origin) => {
      const now = shared[origin];
      if (!now) return undefined;
      const length = origin + longest;
      const columns = [
        ...calendar,
        headcount(entity, presence, { origin, ramp: now.ramp, length }),
        ...(created ? [lagged(created, origin, length)] : []),
        ...now.indicators,
        ...(entity.entityType === "company" && spend ? [lagged(spend, origin, length)] : []),
      ];
      return transposed(columns, length);
    };
  };
}

function createdBy({ cells }: Entity, { hierarchy }: Company, { created }: Drivers) {
  const { sellers, segments } = hierarchy;
  const sellerOf = new Map(sellers.map(({ repId }, index) => [repId, index]));
  const segmentOf = new Map(segments.map((segment, index) => [segment, index]));
  const own = new Set(cells);
  return created.filter(({ repId, segment }) => {
    const seller = sellerOf.get(repId) ?? Number.NaN;
    return own.has(seller * segments.length + (segmentOf.get(segment) ?? Number.NaN));
  });
}

/** Null where there is nothing at all. */
function byMonth<Row extends { readonly month: string }>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  { line }: Company,
): Float64Array | null {
  if (rows.length === 0) return null;
  const sums = new Float64Array(line.current + 1);
  for (const row of rows) {
    const month = monthsBetween(line.firstMonth, row.month);
    if (month >= 0 && month < sums.length)
      sums[month] = (sums[month] ?? Number.NaN) + amountOf(row);
  }
  return sums;
}

const transposed = (columns: readonly Column[], length: number) =>
  Array.from({ length }, (_, month) => columns.map((column) => column[month] ?? Number.NaN));
