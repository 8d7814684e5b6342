import { medianSorted } from "simple-statistics";
import { daysBetween } from "../../../src/calendar.ts";
import {
  attainmentAnswer,
  type QuotaYear,
  type RepChanges,
  type RunningYear,
} from "../../../src/narrative/attainment.ts";
import type { QuotaTarget } from "../../../src/narrative/quota-method.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { type KpiRow, readKpi, readReport } from "../reading.ts";

interface AttainmentRow {
  readonly rep_id: string;
  readonly has_left: boolean;
  /** With a quota in some quarters of the year only. */
  readonly is_part_year: boolean;
  readonly label: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly is_complete: boolean;
  readonly attainment: number | null;
}

interface RecommendationRow {
  readonly rep_id: string;
  readonly label: string;
  readonly quota_cents: number;
  readonly expected_cents: number | null;
  readonly attainment_probability: number | null;
}

interface FrontierRow {
  readonly total_cents: number;
  readonly point: string;
}

/** Attainment by rep, the share at quota, and the quotas recommended for next year. */
export async function quotas(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const attainment = await readReport<AttainmentRow>(warehouse, "attainment");
  const recommendation = await readReport<RecommendationRow>(warehouse, "recommendation");
  const frontier = await readReport<FrontierRow>(warehouse, "quota_frontier");
  const inProgress = attainment.filter((row) => !row.is_complete);
  const shares = await readKpi(warehouse, "share_at_quota", "year", "company");
  const complete = yearOf(shares.filter((row) => row.is_complete).at(-1));
  const answer = attainmentAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    aim: edition.share_at_quota_aim,
    complete,
    current: currentOf(inProgress, edition.as_of),
    recommendation: totalOf(recommendation, frontier),
    changes: changesOf(inProgress, recommendation),
    target: await targetOf(warehouse),
  });
  const body = {
    aim: edition.share_at_quota_aim,
    attainment,
    recommendation,
    relief: await readReport(warehouse, "quota_relief"),
    levels: await readReport(warehouse, "quota_level"),
    frontier,
    rules: await readReport(warehouse, "quota_backtest_score"),
    reliability: await readReport(warehouse, "quota_reliability"),
    fairness: await readReport(warehouse, "quota_fairness"),
    ramps: await readReport(warehouse, "quota_ramp_curve"),
  };
  const file = { name: "quotas.json", audience: "leadership", content: { body } } as const;
  return { path: "/quotas", answer, files: [file] };
}

/** The share of reps at quota as the two counts it is made of; null where no rep has a quota. */
function yearOf(share: KpiRow | undefined): QuotaYear | null {
  if (!share || share.numerator === null || !share.denominator) return null;
  const { label, is_complete, numerator, denominator } = share;
  return { label, is_complete, reps_at_quota: numerator, reps_with_quota: denominator };
}

/** The running year: who is still there for all of it, and the share of its days that have passed, the as-of day included. */
function currentOf(rows: readonly AttainmentRow[], asOf: string): RunningYear | null {
  const [year] = rows;
  if (!year) return null;
  const whole = rows.filter((row) => !row.has_left && !row.is_part_year);
  const days = (to: string) => daysBetween(year.period_start, to) + 1;
  return {
    label: year.label,
    reps_with_quota: rows.length,
    whole_year_reps: whole.length,
    whole_year_reached: whole.filter(({ attainment }) => (attainment ?? 0) >= 1).length,
    elapsed: days(asOf) / days(year.period_end),
  };
}

function totalOf(rows: readonly RecommendationRow[], frontier: readonly FrontierRow[]) {
  const [first] = rows;
  if (!first) return null;
  const odds = rows.map((row) => row.attainment_probability).filter((value) => value !== null);
  return {
    label: first.label,
    quota_cents: rows.reduce((sum, row) => sum + row.quota_cents, 0),
    expected_cents: sumOrNull(rows.map((row) => row.expected_cents)),
    reps: rows.length,
    median_probability: odds.length === 0 ? null : medianSorted(odds.sort((a, b) => a - b)),
    aimed_cents: frontier.find(({ point }) => point === "aim")?.total_cents ?? null,
  };
}

const sumOrNull = (values: readonly (number | null)[]) =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);

/** Who of this year's carriers has none recommended, and who has none yet. */
function changesOf(
  current: readonly AttainmentRow[],
  recommendation: readonly RecommendationRow[],
): RepChanges | null {
  if (current.length === 0 || recommendation.length === 0) return null;
  const next = new Set(recommendation.map((row) => row.rep_id));
  const now = new Set(current.map((row) => row.rep_id));
  const without = current.filter((row) => !next.has(row.rep_id));
  const left = without.filter((row) => row.has_left).length;
  return {
    left,
    other_role: without.length - left,
    joined: recommendation.filter((row) => !now.has(row.rep_id)).length,
  };
}

interface TargetRow {
  readonly label: string;
  readonly current_label: string;
  readonly planned_cents: number | null;
  readonly forecast_cents: number | null;
  readonly is_forecast_of_current: boolean;
}

async function targetOf(warehouse: Warehouse): Promise<QuotaTarget | null> {
  const [row] = await readReport<TargetRow>(warehouse, "quota_target");
  if (!row) return null;
  const { label, current_label, planned_cents, forecast_cents, is_forecast_of_current } = row;
  const forecast_label = is_forecast_of_current ? current_label : label;
  return { label, planned_cents, forecast_cents, forecast_label };
}
