import { monthsBetween, type PlainDate } from "../../src/calendar.ts";
import type { Production } from "../../src/quota/production.ts";
import type { RepAhead, SpanAhead } from "../../src/scenario/pay/ahead.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { normalQuantile } from "../../src/statistics/normal.ts";

/** A row of `pay_ahead`. */
export interface AheadRow {
  readonly entity_type: "company" | "rep";
  readonly entity_id: string;
  readonly period: "month" | "quarter" | "year";
  readonly period_start: PlainDate;
  readonly period_end: PlainDate;
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
  readonly booked_cents: number;
}

/** A quarter that isn't over, or the year. */
export interface ForecastSpan extends SpanAhead {
  readonly period: "quarter" | "year";
  readonly periodStart: PlainDate;
}

/** The quarters of the running year that aren't over, in order, and then the year. */
export function spansAhead(rows: readonly AheadRow[], yearStart: PlainDate): ForecastSpan[] {
  const months = rows.filter(
    ({ period, entity_type }) => period === "month" && entity_type === "rep",
  );
  const byRep = grouped(months, ({ entity_id }) => entity_id);
  const spans = rows.filter(
    ({ period, entity_type }) => period !== "month" && entity_type === "company",
  );
  const order = (row: AheadRow) => `${row.period} ${row.period_start}`;
  return [...spans]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map((company) => spanOf(company, rows, byRep, yearStart));
}

function spanOf(
  company: AheadRow,
  rows: readonly AheadRow[],
  months: ReadonlyMap<string, readonly AheadRow[]>,
  yearStart: PlainDate,
): ForecastSpan {
  const { period, period_start: from, period_end: until } = company;
  const own = rows.filter(
    (row) => row.entity_type === "rep" && row.period === period && row.period_start === from,
  );
  const reps = new Map(
    own.map((row) => {
      const within = (months.get(row.entity_id) ?? []).filter(
        ({ period_start }) => period_start >= from && period_start <= until,
      );
      return [row.entity_id, repAhead(row, within, yearStart)] as const;
    }),
  );
  const common = commonOf(productionOf(company), [...reps.values()]);
  return { period: period as ForecastSpan["period"], periodStart: from, from, until, reps, common };
}

function repAhead(row: AheadRow, months: readonly AheadRow[], yearStart: PlainDate): RepAhead {
  const weights = new Array<number>(12).fill(0);
  for (const month of months)
    weights[monthsBetween(yearStart, month.period_start)] = productionOf(month).mean;
  return { production: productionOf(row), months: weights };
}

/** How many standard deviations a range of 80 % reaches to either side. */
const z80 = normalQuantile(0.9);

/** What is yet to be booked: what is forecast without what is won by now, as uncertain as the whole. */
function productionOf(row: AheadRow): Production {
  const spread = (row.upper_80_cents - row.lower_80_cents) / (2 * z80);
  return { mean: Math.max(0, row.mean_cents - row.booked_cents), variance: spread ** 2 };
}

/**
 * How much of what the company's forecast may be off by moves all reps together: what is left of its
 * variance beyond that of reps who land apart.
 */
function commonOf(company: Production, reps: readonly RepAhead[]): number {
  const sum = (of: (one: Production) => number) =>
    reps.reduce((total, { production }) => total + of(production), 0);
  const apart = sum(({ variance }) => variance);
  const pairs = sum(({ mean }) => mean) ** 2 - sum(({ mean }) => mean ** 2);
  return pairs > 0 ? Math.sqrt(Math.max(0, company.variance - apart) / pairs) : 0;
}
