import { monthsBetween, type PlainDate } from "../src/calendar.ts";
import { currencyDigits } from "../src/money.ts";
import { patches } from "../src/quota/potential.ts";
import { type Recommendation, recommendQuotas } from "../src/quota/recommend.ts";
import { quarterShares } from "../src/quota/spread.ts";
import type { RepHistory } from "../src/quota/window.ts";
import { grouped } from "../src/statistics/grouped.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

interface RepRow {
  readonly rep_id: string;
  readonly period_start: PlainDate | null;
  readonly role: string | null;
  readonly is_active: boolean;
  readonly hired_on: PlainDate | null;
  readonly left_on: PlainDate | null;
  readonly bookings_cents: number;
}

interface AccountRow {
  readonly owner_id: string | null;
  readonly segment: string | null;
  readonly employees: number | null;
  readonly bookings_cents: number;
}

interface TargetRow {
  readonly year_start: PlainDate;
  readonly period_start: PlainDate;
  readonly planned_cents: number | null;
  readonly forecast_cents: number | null;
}

interface SeasonRow {
  readonly year_start: PlainDate;
  readonly bookings_cents: number;
}

/** The tables that the recommendation is made from. */
const inputs = [
  "quota_input_rep",
  "quota_input_account",
  "quota_input_target",
  "quota_input_season",
];

/**
 * Writes `quota_recommendation`: next fiscal year's quotas of every active rep, and its quarters'.
 * The target is the plan's, or this year's forecast with the company's growth; without either,
 * or without reps, there are no rows.
 */
export async function plan(run: Run): Promise<void> {
  const { workspace, warehouse, progress } = run;
  await runMarts(run, inputs);
  await warehouse.run(sql("tables/quota_recommendation"));
  const { company } = workspace;
  const quarters = await warehouse.table<TargetRow>("quota_input_target", ["period_start"]);
  const target = targetOf(quarters[0], company.quotaGrowth);
  const rows = target === null ? [] : await recommend(warehouse, target, company.currency);
  await warehouse.append(
    "quota_recommendation",
    rows.map((row) => tableRow(row, quarters)),
  );
  await noteLineage(run, "quota_recommendation", "pipelines/plan.ts", inputs);
  progress.step("quota_recommendation", rows.length);
}

function targetOf(row: TargetRow | undefined, growth: number): number | null {
  if (!row) return null;
  if (row.planned_cents !== null) return row.planned_cents;
  return row.forecast_cents === null ? null : Math.round(row.forecast_cents * (1 + growth));
}

async function recommend(warehouse: Warehouse, target: number, currency: string) {
  const repRows = await warehouse.table<RepRow>("quota_input_rep", ["rep_id", "period_start"]);
  const accounts = await warehouse.table<AccountRow>("quota_input_account", ["account_id"]);
  const season = await warehouse.table<SeasonRow>("quota_input_season", ["period_start"]);
  const years = grouped(season, (row) => row.year_start).values();
  return recommendQuotas(
    repHistories(repRows, accounts),
    new Set(repRows.filter((row) => row.is_active).map((row) => row.rep_id)),
    {
      target,
      shares: quarterShares([...years].map((year) => year.map((row) => row.bookings_cents))),
      currencyDigits: currencyDigits(currency),
    },
  );
}

function repHistories(rows: readonly RepRow[], accounts: readonly AccountRow[]): RepHistory[] {
  const owned = patches(
    accounts.map((row) => ({
      ownerId: row.owner_id,
      segment: row.segment,
      employees: row.employees,
      bookings: row.bookings_cents,
    })),
  );
  return [...grouped(rows, (row) => row.rep_id)].flatMap(([repId, months]) => {
    const [head] = months;
    if (!head) return [];
    const first = head.period_start;
    const monthNumber = (date: PlainDate | null) =>
      date === null || first === null ? null : monthsBetween(first, date);
    return {
      repId,
      role: head.role,
      hired: monthNumber(head.hired_on),
      left: monthNumber(head.left_on),
      monthly: first === null ? [] : months.map((month) => month.bookings_cents),
      patch: owned.get(repId) ?? null,
    };
  });
}

function tableRow(row: Recommendation, quarters: readonly TargetRow[]) {
  const quarter = quarters[row.index - 1];
  return {
    rep_id: row.repId,
    period: quarter ? "quarter" : "year",
    period_start: quarter ? quarter.period_start : quarters[0]?.year_start,
    quota_cents: row.quota,
    expected_cents: row.expected,
    lower_80_cents: row.lower80,
    upper_80_cents: row.upper80,
    attainment_probability: row.attainmentProbability,
    reasons: row.reasons,
  };
}
