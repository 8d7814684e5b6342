import { quarterAnswer } from "../../../src/narrative/quarter.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { type KpiRow, readKpi, readReport } from "../reading.ts";

interface DayRow {
  readonly quarter: "this" | "last";
  readonly date: string;
  readonly day: number;
  readonly booked_cents: number;
}

interface RangeRow {
  readonly entity_type: string;
  readonly period: string;
  readonly label: string;
  readonly is_current: boolean;
  readonly mean_cents: number;
  readonly lower_80_cents: number;
  readonly upper_80_cents: number;
}

interface PeriodRow {
  readonly period: string;
  readonly period_start: string;
  readonly period_end: string;
  readonly label: string;
  readonly is_current: boolean;
  readonly is_complete: boolean;
}

interface DealRow {
  /** Of all deals that the query counts, the same in every row. */
  readonly count_overdue: number;
}

/** This quarter: bookings to date, quota, forecast, coverage, and the deals that decide it. */
export async function overview(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const periods = await warehouse.table<PeriodRow>("fiscal_period", ["period", "period_start"]);
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current);
  if (!quarter) throw new Error(`missing fiscal quarter of ${edition.as_of}`);
  const ranges = await readReport<RangeRow>(warehouse, "forecast_range");
  const kpi = await companyKpi(warehouse);
  const forecast = ranges.find((row) => isCompanyQuarter(row) && row.label === quarter.label);
  const body = {
    quarter,
    days: await readReport<DayRow>(warehouse, "quarter_to_date"),
    quota_cents: currentOf(kpi.quota_attainment)?.denominator ?? null,
    forecast: forecast ?? null,
    months: kpi.months.map(monthValue),
    deals: await readReport<DealRow>(warehouse, "closing_deal"),
  };
  const answer = quarterAnswer({
    ...pickCurrency(edition),
    label: quarter.label,
    as_of: edition.as_of,
    is_over: quarter.is_complete,
    booked_cents: currentOf(kpi.bookings)?.value ?? null,
    quota_cents: body.quota_cents,
    forecast: body.forecast,
    last_year: lastYear(body.days),
    win_rate: currentOf(kpi.win_rate) ?? null,
    earlier_win_rate: await earlierWinRate(warehouse),
    ...(await coverageOf(warehouse, kpi, body.deals)),
  });
  const file = { name: "overview.json", audience: "leadership", content: { body } } as const;
  return { path: "/index", answer, files: [file] };
}

const pickCurrency = ({ currency, currency_digits }: Edition) => ({ currency, currency_digits });

const monthValue = ({ period_start, value, is_complete }: KpiRow) => ({
  period_start,
  booked_cents: value,
  is_complete,
});

/** Coverage, which deals it counts, what is needed, and the rate of the textbook's need. */
async function coverageOf(
  warehouse: Warehouse,
  kpi: Pick<Awaited<ReturnType<typeof companyKpi>>, "pipeline_coverage" | "coverage_needed">,
  deals: readonly DealRow[],
) {
  const [recent] = await readReport<{ win_rate_value: number | null }>(
    warehouse,
    "recent_win_rate_value",
  );
  const coverage = currentOf(kpi.pipeline_coverage);
  const needed = currentOf(kpi.coverage_needed);
  return {
    coverage: coverage?.value ?? null,
    open_deals: coverage?.n ?? null,
    coverage_needed: needed?.status === "too_few" ? null : (needed?.value ?? null),
    // without a deal due there is none overdue
    overdue_deals: deals[0]?.count_overdue ?? 0,
    win_rate_value: recent?.win_rate_value ?? null,
  };
}

async function earlierWinRate(warehouse: Warehouse): Promise<number | null> {
  const [found] = await readReport<{ value: number | null }>(warehouse, "earlier_win_rate");
  return found?.value ?? null;
}

async function companyKpi(warehouse: Warehouse) {
  const quarterly = (metric: string) => readKpi(warehouse, metric, "quarter", "company");
  return {
    bookings: await quarterly("bookings"),
    quota_attainment: await quarterly("quota_attainment"),
    pipeline_coverage: await quarterly("pipeline_coverage"),
    coverage_needed: await quarterly("coverage_needed"),
    win_rate: await quarterly("win_rate"),
    months: (await readKpi(warehouse, "bookings", "month", "company")).slice(-37),
  };
}

const isCompanyQuarter = (row: RangeRow) =>
  row.entity_type === "company" && row.period === "quarter";

const currentOf = (rows: readonly KpiRow[]) => rows.find((row) => row.is_current);

/** The same quarter a year before, at the same day of the quarter. */
function lastYear(days: readonly DayRow[]) {
  const today = days.filter((row) => row.quarter === "this").at(-1);
  return days.find((row) => row.quarter === "last" && row.day === today?.day) ?? null;
}
