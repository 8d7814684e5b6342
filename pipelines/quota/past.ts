import { type BacktestRow, backtest } from "../../src/quota/backtest.ts";
import type { Learned } from "../../src/quota/lessons.ts";
import { lessonsAhead } from "../../src/quota/lessons-ahead.ts";
import type { PastPeriod } from "../../src/quota/past-period.ts";
import type { Records } from "../../src/quota/seller.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { SetRow } from "./rows.ts";

/** What back-tests of years and of quarters taught of how far reps land from their means. */
export interface Lessons {
  readonly years: Learned;
  readonly quarters: Learned;
}

export interface PastOptions {
  /** Share of reps at quota that the company aims for. */
  readonly aim: number;
  /** Months from now to the planned year: how far ahead of a past period it is planned, too. */
  readonly lead: number;
  readonly onPeriod: (done: number, of: number) => void;
}

/**
 * Every past period with quotas, of both grains, tested as known when it began; what is learned of
 * how far reps land from their means comes from plans made as long before as now before the planned
 * year, its quarters too.
 */
export function testPast(
  records: Records,
  set: readonly SetRow[],
  { aim, lead, onPeriod }: PastOptions,
): { readonly rows: readonly BacktestRow[]; readonly lessons: Lessons } {
  const [years, quarters] = [periodsOf(set, "year"), periodsOf(set, "quarter")];
  const of = (lead > 0 ? 2 : 1) * (years.length + quarters.length);
  let before = 0;
  const counting = (periods: readonly PastPeriod[]) => {
    const from = before;
    before += periods.length;
    return (done: number) => onPeriod(from + done, of);
  };
  const tested = (periods: readonly PastPeriod[]) =>
    backtest(records, periods, { aim, onPeriod: counting(periods) });
  const ahead = (periods: readonly PastPeriod[]) =>
    lessonsAhead(records, periods, lead, counting(periods));
  const [ofYears, ofQuarters] = [tested(years), tested(quarters)];
  return {
    rows: [...ofYears.rows, ...ofQuarters.rows],
    lessons:
      lead > 0
        ? { years: ahead(years), quarters: ahead(quarters) }
        : { years: ofYears.learned, quarters: ofQuarters.learned },
  };
}

function periodsOf(set: readonly SetRow[], grain: string): PastPeriod[] {
  const own = set.filter(({ period }) => period === grain);
  return [...grouped(own, ({ period_start }) => period_start)].flatMap(([periodStart, rows]) => {
    const [head] = rows;
    if (!head) return [];
    const quotas = new Map(rows.map(({ rep_id, quota_cents }) => [rep_id, quota_cents]));
    const { period, month_number: month, count_months: length } = head;
    return { period, periodStart, month, length, quotas };
  });
}
