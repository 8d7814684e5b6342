import { added, type Learned, nothingLearned, uncertaintyOf } from "./lessons.ts";
import { lessonIn } from "./lessons-ahead.ts";
import {
  bookedIn,
  fewestReps,
  type PastPeriod,
  participants,
  productionIn,
} from "./past-period.ts";
import { attainmentProbability, type Production } from "./production.ts";
import { productionModel } from "./production-model.ts";
import { type QuotaRule, quotasByRule } from "./quota-rules.ts";
import type { Records } from "./seller.ts";

/** A rep's quota by one rule for a past period, beside what came. */
export interface BacktestRow {
  readonly period: string;
  readonly periodStart: string;
  readonly rule: QuotaRule;
  readonly repId: string;
  readonly quota: number;
  readonly actual: number;
  /** P(production ≥ quota) as it would have been said when the period began. */
  readonly odds: number;
}

export interface Backtest {
  readonly rows: readonly BacktestRow[];
  /** What was learned of the spread of reps by the end of the last period. */
  readonly learned: Learned;
}

export interface BacktestOptions {
  /** Share of reps at quota that the company aims for. */
  readonly aim?: number;
  /** Told after each period how many are done. */
  readonly onPeriod?: (done: number) => void;
}

/**
 * What each rule would have set for past periods, at the total that was really set, from what was
 * known when each began (rolling origin); reps count who were there from its first month to its end.
 *
 * @param periods of one grain, ascending
 */
export function backtest(
  records: Records,
  periods: readonly PastPeriod[],
  { aim = 0.65, onPeriod = () => {} }: BacktestOptions = {},
): Backtest {
  const rows: BacktestRow[] = [];
  const past: { readonly end: number; readonly learned: Learned }[] = [];
  for (const [done, period] of periods.entries()) {
    const end = period.month + period.length;
    // only what had ended when the period began is learned from
    const learned = past.filter((one) => one.end <= period.month).map((one) => one.learned);
    const test = testOf(records, period, { learned: added(learned), aim });
    rows.push(...test.rows);
    past.push({ end, learned: test.learned });
    onPeriod(done + 1);
  }
  return { rows, learned: added(past.map((one) => one.learned)) };
}

function testOf(
  records: Records,
  period: PastPeriod,
  { learned, aim }: { readonly learned: Learned; readonly aim: number },
) {
  const sellers = participants(records, period);
  const model = productionModel(records, period.month);
  const total = sellers.reduce((sum, { repId }) => sum + (period.quotas.get(repId) ?? 0), 0);
  if (!model || sellers.length < fewestReps || total <= 0)
    return { rows: [], learned: nothingLearned };
  const uncertainty = uncertaintyOf(learned, model.heterogeneity.dispersion);
  const said = sellers.map((seller) => productionIn(model, seller, period, uncertainty));
  const actual = sellers.map((seller) => bookedIn(seller, period));
  const rules = quotasByRule(sellers, said, { period, total, aim });
  const rows = [...rules].flatMap(([rule, quotas]) =>
    sellers.map(({ repId }, at) => ({
      period: period.period,
      periodStart: period.periodStart,
      rule,
      repId,
      quota: quotas[at] ?? Number.NaN,
      actual: actual[at] ?? Number.NaN,
      odds: attainmentProbability(said[at] as Production, quotas[at] ?? Number.NaN),
    })),
  );
  return { rows, learned: lessonIn(model, sellers, period) };
}
