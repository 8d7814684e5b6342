import { daysBetween, grains, type PlainDate, periodsBetween } from "../../src/calendar.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Deal, TestCompany } from "./company.ts";
import { fillHistory } from "./fill-history.ts";

/** Fills the empty canonical tables with a test company. */
export async function fill(warehouse: Warehouse, company: TestCompany): Promise<void> {
  const { asOf = "2026-07-31", startMonth = 1, minCell = 1, deals } = company;
  const { reps = [], assignments = [], lines = [], quotas = [] } = company;
  const settings = { cac_lag_months: 0, ...company.settings };
  await warehouse.append("run", [{ ...runRow(deals, asOf, minCell), ...settings }]);
  await warehouse.append("fiscal_period", fiscalPeriods(asOf, startMonth));
  await warehouse.append("opportunity", deals.map(opportunityRow));
  await warehouse.append(
    "rep",
    reps.map(([rep_id, team_id, region_id, left]) => ({
      rep_id,
      team_id,
      region_id,
      is_active: left !== true,
    })),
  );
  const assigned = named(assignments, ["rep_id", "team_id", "region_id", "valid_from"]);
  await warehouse.append("rep_assignment", assigned);
  const regionOf = new Map(reps.map(([, team, region]) => [team, region]));
  await warehouse.append("team", named([...regionOf], ["team_id", "region_id"]));
  const regions = [...new Set(regionOf.values())];
  await warehouse.append(
    "region",
    regions.map((region_id) => ({ region_id })),
  );
  await fillHistory(warehouse, company);
  const lineRows = named(lines, ["opportunity_id", "product_id", "amount_cents", "quantity"]);
  await warehouse.append("opportunity_line", lineRows);
  const quotaKeys = ["entity_type", "entity_id", "period", "period_start", "quota_cents"];
  const quotaRows = named(quotas, quotaKeys).map((row) => ({ ...row, measure: "bookings" }));
  await warehouse.append("quota", quotaRows);
  for (const [table, rows] of Object.entries(company.rows ?? {})) {
    await warehouse.append(table, rows);
  }
}

function runRow(deals: readonly Deal[], as_of: PlainDate, min_cell: number) {
  const closed = deals.filter((deal) => deal.status !== "open").map((deal) => deal.closed);
  const first_close_date = closed.toSorted()[0] ?? null;
  return { company: "Acme", as_of, bookings_measure: "amount", first_close_date, min_cell };
}

function fiscalPeriods(asOf: PlainDate, startMonth: number) {
  const all = grains.flatMap((grain) =>
    periodsBetween("2023-06-01", "2027-12-31", grain, { startMonth }),
  );
  return all.map(({ period, periodStart, periodEnd, label, fiscalYear }) => ({
    period,
    period_start: periodStart,
    period_end: periodEnd,
    label,
    fiscal_year: fiscalYear,
    is_complete: periodEnd <= asOf,
    is_current: periodStart <= asOf && asOf <= periodEnd,
  }));
}

function opportunityRow(deal: Deal) {
  const { id, rep = null, segment = null, status, amount = null, closed, category = null } = deal;
  const { created = null, bookings = amount } = deal;
  return {
    opportunity_id: id,
    source: "crm",
    stage: deal.stage ?? null,
    territory_id: deal.territory ?? null,
    lead_source: deal.from ?? null,
    campaign_id: deal.campaign ?? null,
    loss_reason: deal.reason ?? null,
    competitor: deal.competitor ?? null,
    segment,
    rep_id: rep,
    status,
    forecast_category: category,
    amount_cents: amount,
    bookings_cents: bookings,
    created_date: created,
    close_date: closed,
    cycle_days: created === null ? null : daysBetween(created, closed),
  };
}

type Cell = string | number | null | undefined;

function named(rows: readonly (readonly Cell[])[], columns: readonly string[]) {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])),
  );
}
