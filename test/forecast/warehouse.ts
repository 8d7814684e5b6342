import type { Progress } from "../../pipelines/progress.ts";
import { type Run, sql } from "../../pipelines/run.ts";
import { grains, periodOf, periodsBetween, shiftPeriod } from "../../src/calendar.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { parseCompany } from "../../src/workspace/company.ts";
import { asOf, calendar } from "./company.ts";

/** The columns of the canonical tables that the forecast and the quotas read. */
const tables = [
  "run (company varchar, as_of date, first_close_date date, currency_digits integer)",
  "fiscal_period (period varchar, period_start date, period_end date, is_complete boolean, is_current boolean)",
  "opportunity (opportunity_id varchar, account_id varchar, rep_id varchar, status varchar, bookings_cents bigint, close_date date, created_date date, segment varchar, industry varchar, lead_source varchar, deal_type varchar)",
  "opportunity_version (opportunity_id varchar, version integer, valid_from timestamp, valid_to timestamp, known_from date, stage varchar, status varchar, rep_id varchar, amount_minor bigint, currency varchar, amount_cents bigint, bookings_cents bigint, close_date date, probability_rate double, forecast_category varchar, basis varchar)",
  "removed_opportunity (opportunity_id varchar, account_id varchar, segment varchar, industry varchar, lead_source varchar, deal_type varchar)",
  "opportunity_attribute (opportunity_id varchar, told_from date, told_to date, deal_type varchar, lead_source varchar)",
  "account_industry (account_id varchar, told_from date, told_to date, industry varchar)",
  "kpi_told (told_since date)",
  "kpi_known_deal (opportunity_id varchar, status varchar, segment varchar, territory_id varchar)",
  "kpi_quota (entity_type varchar, entity_id varchar, period varchar, period_start date, quota_cents bigint)",
  "goal (entity_type varchar, entity_id varchar, metric varchar, measure varchar, target double, start_date date, due_date date, position integer)",
  "forecast_published (as_of date, target varchar, entity_type varchar, entity_id varchar, period varchar, period_start date, is_published boolean, mean_cents bigint)",
  "currency_rate (currency varchar, per_company_currency double, digits integer, valid_from date, valid_to date)",
  "activity (source varchar, activity_id varchar, activity_date date)",
  "activity_link (source varchar, activity_id varchar, opportunity_id varchar)",
  "campaign (campaign_id varchar, start_date date, cost_cents bigint)",
  "indicator (name varchar, date date, value double, recorded_on date)",
  "rep (rep_id varchar, name varchar, role varchar, team_id varchar, region_id varchar, hired_on date, left_on date, is_active boolean, manager_id varchar, on_target_earnings_cents bigint)",
  "rep_assignment (rep_id varchar, team_id varchar, role varchar, valid_from date, valid_to date)",
  "account (account_id varchar, segment varchar, industry varchar, employees bigint, created_date date)",
  "account_assignment (account_id varchar, rep_id varchar, valid_from date, valid_to date)",
  "quota_version (entity_type varchar, entity_id varchar, measure varchar, period varchar, period_start date, quota_cents bigint, known_from date, effective_from date, source_file_id integer, source_line bigint)",
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
  for (const reader of ["company_cents", "bookings_at"]) {
    await warehouse.run(sql(`readers/${reader}`));
  }
  await warehouse.append("run", [
    { company: "Acme", as_of: asOf, first_close_date: firstClose, currency_digits: 2 },
  ]);
  await warehouse.append("fiscal_period", periodRows(firstClose ?? asOf));
  const company = parseCompany(companyFile, "company.yaml", ["salesforce"]);
  return { workspace: { folder: "acme", company }, asOf, warehouse, progress: silent };
}

/** Runs SQL that a test writes itself. */
export async function execute(warehouse: Warehouse, statement: string): Promise<void> {
  await warehouse.run({ file: "test", sql: statement });
}

/** Rows of a query that a test writes itself. */
export async function rowsOf<Row>(warehouse: Warehouse, query: string): Promise<Row[]> {
  return warehouse.all<Row>({ file: "test", sql: query });
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
