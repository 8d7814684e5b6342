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
  readonly onPeriod: (done: number, of: number) => void;
}

/** Every past period with quotas, of both grains, tested. */
export function testPast(
  records: Records,
  set: readonly SetRow[],
  { aim, onPeriod }: PastOptions,
): { readonly rows: readonly BacktestRow[]; readonly lessons: Lessons } {
  const years = periodsOf(set, "year");
  const quarters = periodsOf(set, "quarter");
  const of = years.length + quarters.length;
  const tested: Backtest = backtest(records, years, {
    aim,
    onPeriod: (done) => onPeriod(done, of),
  });
  const shorter = backtest(records, quarters, {
    aim,
    onPeriod: (done) => onPeriod(years.length + done, of),
  });
  return {
    rows: [...tested.rows, ...shorter.rows],
    lessons: { years: tested.learned, quarters: shorter.learned },
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
