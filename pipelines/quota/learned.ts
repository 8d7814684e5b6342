import type { BacktestRow } from "../../src/quota/backtest.ts";
import {
  type BacktestScore,
  type ReliabilitySlice,
  reliabilityOf,
  scoreBacktest,
} from "../../src/quota/backtest-score.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import type { Run } from "../run.ts";

/** Writes `quota_backtest`, how its rules fared and how its odds held. */
export async function writeBacktest({ warehouse, progress }: Run, rows: readonly BacktestRow[]) {
  await warehouse.append(
    "quota_backtest",
    rows.map((row) => ({
      period: row.period,
      period_start: row.periodStart,
      rule: row.rule,
      rep_id: row.repId,
      quota_cents: row.quota,
      actual_cents: row.actual,
      attainment_probability: row.odds,
    })),
  );
  progress.step("quota_backtest", rows.length);
  await warehouse.append("quota_backtest_score", scoreBacktest(rows).map(scoreRow));
  await warehouse.append("quota_reliability", reliabilityOf(rows).map(sliceRow));
}

const sliceRow = (slice: ReliabilitySlice) => ({
  period: slice.period,
  slice: slice.slice,
  count_quotas: slice.quotas,
  expected_share: slice.expected,
  attained_share: slice.attained,
  lower_95: slice.lower,
  upper_95: slice.upper,
});

const scoreRow = (score: BacktestScore) => ({
  period: score.period,
  rule: score.rule,
  count_quotas: score.quotas,
  error_rate: score.error,
  attainment_spread: score.spread,
  share_at_quota: score.shareAtQuota,
  expected_share: score.expectedShare,
  rank_correlation: score.rankCorrelation,
  brier_score: score.brier,
  reliability_slope: score.slope,
  reliability_lower: score.slopeLower,
  reliability_upper: score.slopeUpper,
});

/** Writes `quota_ramp_curve`; without a model it is empty. */
export async function writeRamps({ warehouse, progress }: Run, model: ProductionModel | null) {
  const rows = (model?.ramps ?? []).flatMap(({ role, shares, lower, upper, hires }) =>
    shares.map((share, month) => ({
      role,
      service_month: month,
      share,
      lower_80_share: lower?.[month] ?? null,
      upper_80_share: upper?.[month] ?? null,
      count_hires: hires,
    })),
  );
  await warehouse.append("quota_ramp_curve", rows);
  progress.step("quota_ramp_curve", rows.length);
}
