import { quantileSorted } from "simple-statistics";
import type { Quartiles, SpreadFacts } from "../../src/narrative/spread.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Edition } from "./file.ts";
import { type KpiRow, readKpi } from "./reading.ts";

/** Who a rep is, as far as comparing reps needs it. */
export interface RoledRep {
  readonly rep_id: string;
  readonly role: string | null;
}

/** How far apart reps of the most frequent role and teams are in the latest complete quarter, and all roles. */
export async function spreadFacts(
  warehouse: Warehouse,
  edition: Edition,
  reps: readonly RoledRep[],
): Promise<SpreadFacts & { readonly roles: readonly string[] }> {
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

const roleById = (reps: readonly RoledRep[]) => new Map(reps.map((rep) => [rep.rep_id, rep.role]));

/** The roles of those compared, the most frequent first. */
function rolesOf(compared: readonly KpiRow[], reps: readonly RoledRep[]): string[] {
  const role = roleById(reps);
  const found = grouped(compared, (row) => role.get(row.entity_id) ?? null);
  return [...found]
    .sort(
      ([a, some], [b, others]) => others.length - some.length || (String(a) < String(b) ? -1 : 1),
    )
    .flatMap(([name]) => (name === null ? [] : [name]));
}

function inRole(rows: readonly KpiRow[], reps: readonly RoledRep[], role: string | null) {
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
