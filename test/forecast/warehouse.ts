import type { Progress } from "../../pipelines/progress.ts";
import type { Run } from "../../pipelines/run.ts";
import { grains, periodOf, periodsBetween, shiftPeriod } from "../../src/calendar.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { parseCompany } from "../../src/workspace/company.ts";
import { asOf, calendar } from "./company.ts";

/** The columns of the canonical tables that the forecast and the quotas read. */
const tables = [
  "run (company varchar, as_of date, first_close_date date)",
  "fiscal_period (period varchar, period_start date, period_end date, is_complete boolean, is_current boolean)",
  "opportunity (opportunity_id varchar, account_id varchar, rep_id varchar, status varchar, bookings_cents bigint, close_date date)",
  "rep (rep_id varchar, name varchar, role varchar, team_id varchar, region_id varchar, hired_on date, left_on date, is_active boolean)",
  "account (account_id varchar, owner_id varchar, segment varchar, employees bigint)",
  "rep_alias (alias varchar, rep_id varchar)",
  "lineage (table_name varchar, written_by varchar, reads varchar[])",
  "quota (entity_type varchar, entity_id varchar, measure varchar, period varchar, period_start date, quota_cents bigint)",
];

const companyFile = `
name: Acme
currency: USD
fiscal_year_starts: 2
time_zone: Etc/UTC
sources: { crm: { kind: salesforce, drops: full } }
stages:
  - { stage: Open, status: open, probability: 0.5 }
  - { stage: Won, status: won }
  - { stage: Lost, status: lost }
quota: { growth: 0.1 }
`;

/** A run on empty canonical tables in memory, of a company whose data begin on `firstClose`. */
export async function emptyRun(firstClose: string | null): Promise<Run> {
  const warehouse = await openWarehouse(":memory:");
  for (const table of tables) await execute(warehouse, `create table ${table}`);
  await warehouse.append("run", [{ company: "Acme", as_of: asOf, first_close_date: firstClose }]);
  await warehouse.append("fiscal_period", periodRows(firstClose ?? asOf));
  const company = parseCompany(companyFile, "company.yaml", ["salesforce"]);
  return { workspace: { folder: "acme", company }, asOf, warehouse, progress: silent };
}

/** Runs SQL that a test writes itself. */
export async function execute(warehouse: Warehouse, sql: string): Promise<void> {
  await warehouse.run({ file: "test", sql });
}

/** Rows of a query that a test writes itself. */
export async function rowsOf<Row>(warehouse: Warehouse, sql: string): Promise<Row[]> {
  return warehouse.all<Row>({ file: "test", sql });
}

const silent: Progress = { stage: () => {}, step: () => {}, end: () => {} };

function periodRows(first: string) {
  const from = periodOf(first, "year", calendar).periodStart;
  const to = shiftPeriod(periodOf(asOf, "year", calendar), 1, calendar).periodEnd;
  return grains.flatMap((grain) =>
    periodsBetween(from, to, grain, calendar).map(({ period, periodStart, periodEnd }) => ({
      period,
      period_start: periodStart,
      period_end: periodEnd,
      is_complete: periodEnd <= asOf,
      is_current: periodStart <= asOf && periodEnd >= asOf,
    })),
  );
}
