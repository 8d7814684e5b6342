import { quantileSorted } from "simple-statistics";
import { roleHeading, roleWords } from "../../../src/narrative/role.ts";
import { type Quartiles, spreadAnswer } from "../../../src/narrative/spread.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { type KpiRow, readKpi, readMetrics, readReport } from "../reading.ts";
import { type ScoreRow, scorecard, scoredMetrics } from "../scorecard.ts";

interface RepRow {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly region_id: string;
  readonly is_active: boolean;
}

/** Every rep, team and region beside its peers, by quarter and year. */
export async function performance(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const rows = await readReport<ScoreRow>(warehouse, "performance");
  const metrics = await readMetrics(warehouse);
  const reps = await warehouse.table<RepRow>("rep", ["rep_id"]);
  const periods = await warehouse.table<{ period: string; period_start: string }>("fiscal_period", [
    "period",
    "period_start",
  ]);
  const scored = new Set(rows.map((row) => `${row.period} ${row.period_start}`));
  const { roles, ...facts } = await spreadFacts(warehouse, edition, reps);
  const body = {
    first_metric: facts.attainment ? "quota_attainment" : "bookings",
    metrics: scoredMetrics(rows, metrics),
    roles: roles.map((role) => ({ role, label: roleHeading(role) })),
    reps: reps.map(published),
    periods: periods.filter((row) => scored.has(`${row.period} ${row.period_start}`)),
  };
  return {
    path: "/performance",
    answer: spreadAnswer(facts),
    files: [
      { name: "performance.json", audience: "leadership", content: { body } },
      {
        name: "scorecard.arrow",
        audience: "leadership",
        content: { table: scorecard(rows, metrics) },
      },
    ],
  };
}

/** Named one by one: a rep's pay and address never leave the warehouse. */
const published = ({ rep_id, name, role, team_id, region_id, is_active }: RepRow) => ({
  rep_id,
  name,
  role,
  role_label: role === null ? "" : roleWords(role)[0].replace(/^./, (c) => c.toUpperCase()),
  team_id,
  region_id,
  is_active,
});

async function spreadFacts(warehouse: Warehouse, edition: Edition, reps: readonly RepRow[]) {
  const quarterly = (metric: string, type: string) => readKpi(warehouse, metric, "quarter", type);
  const company = await quarterly("win_rate", "company");
  const latest = company.filter((row) => row.is_complete).at(-1);
  const inLatest = (rows: readonly KpiRow[]) =>
    rows.filter((row) => row.period_start === latest?.period_start && row.value !== null);
  const attainment = inLatest(await quarterly("quota_attainment", "rep"));
  const booked = inLatest(await quarterly("bookings", "rep"));
  const hasQuotas = attainment.length > 0;
  const compared = hasQuotas ? attainment : booked.filter((row) => row.n !== null && row.n > 0);
  const roles = rolesOf(compared, reps);
  const role = roles[0] ?? null;
  const peers = new Set(inRole(compared, reps, role).map((row) => row.entity_id));
  return {
    roles,
    role,
    label: latest?.label ?? null,
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    min_cell: edition.min_cell,
    bookings: quartiles(booked.filter((row) => peers.has(row.entity_id))),
    compared: hasQuotas ? ("with a quota" as const) : ("who closed a deal" as const),
    attainment: quartiles(attainment.filter((row) => peers.has(row.entity_id))),
    win_rate: latest ?? null,
    teams: teamRates(inLatest(await quarterly("win_rate", "team"))),
  };
}

function teamRates(rows: readonly KpiRow[]) {
  return rows
    .filter((row) => row.status !== "too_few")
    .map((row) => ({ team_id: row.entity_id, win_rate: row.value ?? Number.NaN }))
    .sort((a, b) => b.win_rate - a.win_rate || (a.team_id < b.team_id ? -1 : 1));
}

const roleById = (reps: readonly RepRow[]) => new Map(reps.map((rep) => [rep.rep_id, rep.role]));

/** The roles of those compared, the most frequent first. */
function rolesOf(compared: readonly KpiRow[], reps: readonly RepRow[]): string[] {
  const role = roleById(reps);
  const found = grouped(compared, (row) => role.get(row.entity_id) ?? null);
  return [...found]
    .sort(
      ([a, some], [b, others]) => others.length - some.length || (String(a) < String(b) ? -1 : 1),
    )
    .flatMap(([name]) => (name === null ? [] : [name]));
}

function inRole(rows: readonly KpiRow[], reps: readonly RepRow[], role: string | null) {
  const roleOf = roleById(reps);
  return role === null ? rows : rows.filter((row) => roleOf.get(row.entity_id) === role);
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
