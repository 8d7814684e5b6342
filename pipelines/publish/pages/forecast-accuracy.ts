import { accuracyAnswer, type Held, type Step } from "../../../src/narrative/forecast-accuracy.ts";
import { designEffect } from "../../../src/statistics/clusters.ts";
import { wilson } from "../../../src/statistics/wilson.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface Kind {
  readonly basis: "backtest" | "published";
  readonly entity_type: string;
  readonly period: string;
  readonly horizon: number;
}

interface HeldRow extends Kind {
  readonly level: number;
  readonly count_periods: number;
  readonly successes: number;
  readonly failures: number;
  readonly success_squares: number;
  readonly products: number;
  readonly failure_squares: number;
}

interface AddedRow extends Kind {
  readonly step: string;
  readonly category: string | null;
  readonly entity_id: string | null;
  readonly called_by: string | null;
  readonly n: number;
  readonly count_periods: number;
  readonly before_cents: number;
  readonly after_cents: number;
  readonly actual_cents: number;
  readonly added_rate: number | null;
  readonly lower_rate: number | null;
  readonly upper_rate: number | null;
}

/** How past forecasts and calls came out, against each other and what any company has without them. */
export async function forecastAccuracy(
  warehouse: Warehouse,
  { min_cell }: Edition,
): Promise<PageContent> {
  const held = (await readReport<HeldRow>(warehouse, "forecast_held")).map(withInterval);
  const added = await readReport<AddedRow>(warehouse, "forecast_added");
  const body = {
    held,
    added: added.map(withRates),
    misses: await readReport(warehouse, "forecast_miss"),
    judged: await readReport(warehouse, "forecast_judged"),
    calls: await readReport(warehouse, "forecast_called"),
    min_cell,
  };
  const answer = accuracyAnswer({
    held: held.filter(isCompanyQuarter("backtest")),
    naive: stepOf(added, "model_over_naive", "company"),
    stageWeighted: stepOf(added, "model_over_stage_weighted", "company"),
    managers: stepOf(added, "manager_over_model", "team", "commit"),
    published: held.find((row) => isCompanyQuarter("published")(row) && row.level === 80)?.n ?? 0,
  });
  const file = {
    name: "forecast-accuracy.json",
    audience: "leadership",
    content: { body },
  } as const;
  return { path: "/forecast-accuracy", answer, files: [file] };
}

const isCompanyQuarter =
  (basis: Kind["basis"]) =>
  (row: Kind): boolean =>
    row.basis === basis &&
    row.entity_type === "company" &&
    row.period === "quarter" &&
    row.horizon === 0;

/** A share of forecasts that share periods: counts over the design effect are as if independent. */
function withInterval(row: HeldRow): Kind & Held & { count_periods: number } {
  const { basis, entity_type, period, horizon, level, count_periods, successes, failures } = row;
  const effect = designEffect({
    successes,
    failures,
    successSquares: row.success_squares,
    products: row.products,
    failureSquares: row.failure_squares,
  });
  const n = successes + failures;
  const { lower, upper } = wilson(successes / effect, n / effect);
  return {
    basis,
    entity_type,
    period,
    horizon,
    level,
    count_periods,
    n,
    held: successes,
    lower,
    upper,
  };
}

/** Errors as shares of what was booked; null where nothing was. */
function withRates({ before_cents, after_cents, actual_cents, ...row }: AddedRow) {
  const share = (cents: number) => (actual_cents > 0 ? cents / actual_cents : null);
  return { ...row, before: share(before_cents), after: share(after_cents) };
}

/** A step within the quarter over all entities of a type, from back-tests. */
function stepOf(
  rows: readonly AddedRow[],
  step: string,
  entity_type: string,
  category: string | null = null,
): Step | null {
  const row = rows.find(
    (one) =>
      one.step === step &&
      one.basis === "backtest" &&
      one.entity_type === entity_type &&
      one.entity_id === null &&
      one.called_by === null &&
      one.category === category &&
      one.period === "quarter" &&
      one.horizon === 0,
  );
  if (!row || row.added_rate === null) return null;
  return {
    n: row.n,
    before: row.before_cents / row.actual_cents,
    after: row.after_cents / row.actual_cents,
    rate: row.added_rate,
    lower: row.lower_rate,
    upper: row.upper_rate,
  };
}
