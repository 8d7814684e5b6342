import type { Landing } from "../../../src/narrative/landing.ts";
import { type Accuracy, outlookAnswer } from "../../../src/narrative/outlook.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent, ReportFile } from "../file.ts";
import { forecastEntities, type ScoredEntity } from "../forecast-entities.ts";
import {
  type HistoryRow,
  historyTable,
  type PathRow,
  pathTable,
  type RangeRow,
  rangeTable,
} from "../outlook-tables.ts";
import { readReport } from "../reading.ts";

interface AccuracyRow extends Accuracy {
  readonly entity_type: string;
  readonly period: string;
  readonly horizon: number;
}

/** The forecast of bookings of every entity, its targets, how it came about and how it came out before. */
export async function outlook(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const ranges = await readReport<RangeRow>(warehouse, "forecast_range");
  const accuracy = await readReport<AccuracyRow>(warehouse, "forecast_accuracy");
  const scored = await readReport<ScoredEntity>(warehouse, "scored_entity");
  const company = ranges.filter(({ entity_type }) => entity_type === "company");
  const told = toldPeriods(company);
  // a quarter in progress is forecast from within, at horizon 0
  const horizon = told[0]?.is_current ? 0 : 1;
  const tested = accuracy.find((row) => isCompanyQuarter(row) && row.horizon === horizon);
  const answer = outlookAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    periods: told,
    accuracy: tested ?? null,
  });
  const body = {
    entities: forecastEntities(ranges, scored),
    periods: company.map(({ period, period_start, label, is_current }) => {
      return { period, period_start, label, is_current };
    }),
    accuracy,
  };
  const need = {
    ahead: await readReport(warehouse, "forecast_won_ahead"),
    open: await readReport(warehouse, "forecast_open"),
    shares: await readReport(warehouse, "forecast_won_share"),
    deals: await readReport(warehouse, "forecast_forward"),
  };
  const files = [json("forecast", body), json("forecast-need", need)];
  return { path: "/forecast", answer, files: [...files, ...(await tables(warehouse, ranges))] };
}

/** Groups are drawn at once, reps when they are asked for. */
async function tables(warehouse: Warehouse, ranges: readonly RangeRow[]): Promise<ReportFile[]> {
  const history = await readReport<HistoryRow>(warehouse, "forecast_history");
  const path = await readReport<PathRow>(warehouse, "forecast_path");
  const isRep = ({ entity_type }: { readonly entity_type: string }) => entity_type === "rep";
  const isGroup = (row: { readonly entity_type: string }) => !isRep(row);
  return [
    arrow("forecast-range", rangeTable(ranges.filter(isGroup))),
    arrow("forecast-history", historyTable(history.filter(isGroup))),
    arrow("forecast-path", pathTable(path)),
    arrow("forecast-range-rep", rangeTable(ranges.filter(isRep))),
    arrow("forecast-history-rep", historyTable(history.filter(isRep))),
  ];
}

const json = (name: string, body: object): ReportFile => ({
  name: `${name}.json`,
  audience: "leadership",
  content: { body },
});

const arrow = (name: string, table: ReturnType<typeof rangeTable>): ReportFile => ({
  name: `${name}.arrow`,
  audience: "leadership",
  content: { table },
});

/** The quarter in progress, the next one, and the year in progress. */
function toldPeriods(company: readonly RangeRow[]): (RangeRow & Landing)[] {
  const quarters = company.filter(({ period }) => period === "quarter");
  const years = company.filter(({ period }) => period === "year");
  return [...quarters.slice(0, 2), ...years.slice(0, 1)];
}

const isCompanyQuarter = (row: { readonly entity_type: string; readonly period: string }) =>
  row.entity_type === "company" && row.period === "quarter";
