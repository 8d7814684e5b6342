import { quantileSorted } from "simple-statistics";
import { type Quartiles, spreadAnswer } from "../../../src/narrative/spread.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { type KpiRow, readKpi, readReport } from "../reading.ts";
import { type ScoreRow, scorecard, scoredMetrics } from "../scorecard.ts";

interface RepRow {
  readonly rep_id: string;
  readonly name: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly is_active: boolean;
}

/** Every rep, team and region beside its peers, by quarter and year. */
export async function performance(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const rows = await readReport<ScoreRow>(warehouse, "performance");
  const reps = await warehouse.table<RepRow>("rep", ["rep_id"]);
  const periods = await warehouse.table<{ period: string; period_start: string }>("fiscal_period", [
    "period",
    "period_start",
  ]);
  const scored = new Set(rows.map((row) => `${row.period} ${row.period_start}`));
  const facts = await spreadFacts(warehouse, edition);
  const body = {
    first_metric: facts.attainment ? "quota_attainment" : "bookings",
    metrics: scoredMetrics(rows),
    // named one by one: a rep's pay and address never leave the warehouse
    reps: reps.map(({ rep_id, name, team_id, region_id, is_active }) => ({
      rep_id,
      name,
      team_id,
      region_id,
      is_active,
    })),
    periods: periods.filter((row) => scored.has(`${row.period} ${row.period_start}`)),
  };
  return {
    path: "/performance",
    answer: spreadAnswer(facts),
    files: [
      { name: "performance.json", audience: "leadership", content: { body } },
      { name: "scorecard.arrow", audience: "leadership", content: { table: scorecard(rows) } },
    ],
  };
}

async function spreadFacts(warehouse: Warehouse, edition: Edition) {
  const quarterly = (metric: string, type: string) => readKpi(warehouse, metric, "quarter", type);
  const company = await quarterly("win_rate", "company");
  const latest = company.filter((row) => row.is_complete).at(-1);
  const inLatest = (rows: readonly KpiRow[]) =>
    rows.filter((row) => row.period_start === latest?.period_start && row.value !== null);
  const teams = inLatest(await quarterly("win_rate", "team"));
  const attainment = inLatest(await quarterly("quota_attainment", "rep"));
  const bookings = inLatest(await quarterly("bookings", "rep"));
  const withQuota = new Set(attainment.map((row) => row.entity_id));
  const compared = bookings.filter((row) =>
    withQuota.size > 0 ? withQuota.has(row.entity_id) : (row.n ?? 0) > 0,
  );
  return {
    label: latest?.label ?? null,
    currency_digits: edition.currency_digits,
    bookings: quartiles(compared),
    compared: withQuota.size > 0 ? ("with a quota" as const) : ("who closed a deal" as const),
    attainment: quartiles(attainment),
    win_rate: latest ?? null,
    teams: teams
      .filter((row) => row.status !== "too_few")
      .map((row) => ({ team_id: row.entity_id, win_rate: row.value ?? Number.NaN }))
      .sort((a, b) => b.win_rate - a.win_rate || (a.team_id < b.team_id ? -1 : 1)),
  };
}

function quartiles(rows: readonly KpiRow[]): Quartiles | null {
  const values = rows.map((row) => row.value).filter((value) => value !== null);
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  return {
    lower_quartile: quantileSorted(sorted, 0.25),
    median: quantileSorted(sorted, 0.5),
    upper_quartile: quantileSorted(sorted, 0.75),
    n: sorted.length,
  };
}
