import { added, type Learned, lessonOf, nothingLearned, uncertaintyOf } from "./lessons.ts";
import { attainmentProbability, type Production } from "./production.ts";
import { type ProductionModel, productionModel } from "./production-model.ts";
import { type QuotaRule, quotasByRule } from "./quota-rules.ts";
import { productionOf, type Uncertainty } from "./sales-year.ts";
import { isThere, type Records, type Seller } from "./seller.ts";

/** A complete period of the past, and the quotas that were set for it; minor units. */
export interface PastPeriod {
  readonly period: string;
  readonly periodStart: string;
  /** Its first month, numbered from the first of the data, and how many it has. */
  readonly month: number;
  readonly length: number;
  readonly quotas: ReadonlyMap<string, number>;
}

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

/** No back-test below this many reps with a quota. */
const fewestReps = 4;

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

/**
 * How far reps landed from their means in past periods when planned ahead of them: from nothing but
 * what was known `lead` months before each began.
 *
 * @param onPeriod told after each period how many are done
 */
export function lessonsAhead(
  records: Records,
  periods: readonly PastPeriod[],
  lead: number,
  onPeriod: (done: number) => void = () => {},
): Learned {
  const lessons = periods.map((period, done) => {
    const sellers = participants(records, period);
    const model = productionModel(records, period.month - lead);
    onPeriod(done + 1);
    return model && sellers.length >= fewestReps
      ? lessonIn(model, sellers, period)
      : nothingLearned;
  });
  return added(lessons);
}

function lessonIn(model: ProductionModel, sellers: readonly Seller[], period: PastPeriod): Learned {
  const landed = sellers.map((seller) => ({
    mean: meanOf(model, seller, period),
    ratioVariance: relativeVariance(model, seller),
    actual: bookedIn(seller, period),
  }));
  return lessonOf(landed, model.heterogeneity.dispersion);
}

/** With a quota set, there from the first month to the last. */
const participants = ({ sellers }: Records, { month, length, quotas }: PastPeriod) =>
  sellers
    .filter((seller) => (quotas.get(seller.repId) ?? 0) > 0)
    .filter((seller) => isThere(seller, month) && isThere(seller, month + length - 1))
    .sort((a, b) => (a.repId < b.repId ? -1 : 1));

const bookedIn = ({ monthly }: Seller, { month, length }: PastPeriod) =>
  monthly.slice(month, month + length).reduce((a, b) => a + b, 0);

function meanOf(model: ProductionModel, seller: Seller, { month, length }: PastPeriod): number {
  const { mean: ratio } = model.ratioOf(seller);
  return Array.from({ length }, (_, k) => month + k).reduce(
    (sum, one) => sum + model.fullMonth(seller, one) * model.rampAt(seller, one) * ratio,
    0,
  );
}

function productionIn(
  model: ProductionModel,
  seller: Seller,
  period: PastPeriod,
  uncertainty: Uncertainty,
): Production {
  return productionOf(meanOf(model, seller, period), relativeVariance(model, seller), uncertainty);
}

const relativeVariance = (model: ProductionModel, seller: Seller) => {
  const { mean, variance } = model.ratioOf(seller);
  return variance / mean ** 2;
};
