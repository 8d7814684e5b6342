import type { BacktestRow } from "../../src/quota/backtest.ts";
import type { ProductionModel } from "../../src/quota/production-model.ts";
import type { Run } from "../run.ts";

/** Writes `quota_backtest`. */
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
}

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
