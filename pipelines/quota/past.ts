import {
  type Backtest,
  type BacktestRow,
  backtest,
  type PastPeriod,
} from "../../src/quota/backtest.ts";
import type { Learned } from "../../src/quota/lessons.ts";
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
 * how far reps land from their means comes from plans made as far ahead as this one.
 */
export function testPast(
  records: Records,
  set: readonly SetRow[],
  { aim, lead, onPeriod }: PastOptions,
): { readonly rows: readonly BacktestRow[]; readonly lessons: Lessons } {
  const grains = [periodsOf(set, "year"), periodsOf(set, "quarter")] as const;
  const of = 2 * (grains[0].length + grains[1].length);
  let before = 0;
  const tested = (periods: readonly PastPeriod[], ahead: number): Backtest => {
    const from = before;
    before += periods.length;
    const onTested = (done: number) => onPeriod(from + done, of);
    return backtest(records, periods, { aim, lead: ahead, onPeriod: onTested });
  };
  const rows = grains.flatMap((periods) => tested(periods, 0).rows);
  const [years, quarters] = [tested(grains[0], lead).learned, tested(grains[1], lead).learned];
  return { rows, lessons: { years, quarters } };
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
