import { monthsBetween, type PlainDate } from "../../src/calendar.ts";
import { type ProductionModel, productionModel } from "../../src/quota/production-model.ts";
import type { SalesYear } from "../../src/quota/sales-year.ts";
import type { Records } from "../../src/quota/seller.ts";
import type { Run } from "../run.ts";
import { writeFairness } from "./fairness.ts";
import { writeBacktest } from "./learned.ts";
import { testPast } from "./past.ts";
import { recordsOf } from "./records.ts";
import type {
  OutlookRow,
  RangeRow,
  RepMonthRow,
  SellerRow,
  SetRow,
  TargetRow,
  TerritoryRow,
} from "./rows.ts";
import { salesYearOf } from "./year.ts";

/** What the past taught of the planned year; null what it has too little for. */
export interface Taught {
  readonly model: ProductionModel | null;
  readonly records: Records;
  readonly year: SalesYear | null;
}

/**
 * What the past tells: the model as of today, and the year that it expects; writes how past quotas
 * would have fared and whether they were fair.
 */
export async function learn(run: Run): Promise<Taught> {
  const { warehouse, workspace, progress } = run;
  const months = await warehouse.table<RepMonthRow>("quota_input_rep", ["rep_id", "period_start"]);
  const territories = await warehouse.table<TerritoryRow>("quota_territory", [
    "rep_id",
    "month_number",
  ]);
  const set = await warehouse.table<SetRow>("quota_set", ["period", "period_start", "rep_id"]);
  const sellers = await warehouse.table<SellerRow>("quota_input_seller", ["rep_id"]);
  const outlook = await warehouse.table<OutlookRow>("quota_input_outlook", ["period_start"]);
  const ranges = await warehouse.table<RangeRow>("quota_input_range", ["period", "period_start"]);
  const [quarter] = await warehouse.table<TargetRow>("quota_input_target", ["period_start"]);
  const records = recordsOf(months, territories, workspace.company.calendar);
  const firstMonth = months[0]?.period_start ?? null;
  const yearStart = quarter?.year_start;
  const { rows, lessons } = testPast(records, set, {
    aim: workspace.company.settings.shareAtQuotaAim,
    lead: leadOf(records, firstMonth, yearStart),
    onPeriod: (done, of) => progress.step(`back-tested ${done} of ${of} periods`),
  });
  await writeBacktest(run, rows);
  await writeFairness(run, records, set);
  const model = firstMonth === null ? null : productionModel(records, lastMonth(records));
  const isKnown = model !== null && firstMonth !== null && yearStart !== undefined;
  const year = isKnown
    ? salesYearOf({ records, model, lessons, sellers, outlook, ranges, firstMonth, yearStart })
    : null;
  return { model, records, year: year && year.sellers.length > 0 ? year : null };
}

/** Months from the end of the data to the planned year. */
function leadOf(records: Records, firstMonth: PlainDate | null, yearStart: PlainDate | undefined) {
  if (firstMonth === null || yearStart === undefined) return 0;
  return Math.max(0, monthsBetween(firstMonth, yearStart) - lastMonth(records));
}

const lastMonth = ({ sellers }: Records) => sellers[0]?.monthly.length ?? 0;
