import { addMonths } from "../../src/calendar.ts";
import { currencyDigits } from "../../src/money.ts";
import { levelTotals } from "../../src/quota/levels.ts";
import { allocateRounded, quarterShares, roundingUnit } from "../../src/quota/spread.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import type { Run } from "../run.ts";
import { levelRows } from "./levels.ts";
import type { SeasonRow, SellerRow, TargetRow } from "./rows.ts";

const reasons = "even split: too little history to tell reps apart";

/** Writes quotas that split the target evenly, without odds: what there is to say without a model. */
export async function splitEvenly(
  { warehouse, workspace, progress }: Run,
  { target, quarters }: { readonly target: number; readonly quarters: readonly TargetRow[] },
): Promise<void> {
  const { company } = workspace;
  const sellers = await warehouse.table<SellerRow>("quota_input_seller", ["rep_id"]);
  const yearStart = quarters[0]?.year_start;
  if (sellers.length === 0 || yearStart === undefined) return;
  const totals = levelTotals(target, company.quota.overAssignment);
  const digits = currencyDigits(company.currency);
  const unit = roundingUnit(totals.rep, sellers.length, digits);
  const quotas = allocateRounded(
    totals.rep,
    sellers.map(() => 1),
    unit,
  );
  const season = await warehouse.table<SeasonRow>("quota_input_season", ["period_start"]);
  const years = [...grouped(season, ({ year_start }) => year_start).values()];
  const shares = quarterShares(years.map((year) => year.map((row) => row.bookings_cents)));
  const rows = sellers.flatMap(({ rep_id }, at) => {
    const year = quotas[at] ?? 0;
    const part = (period: string, months: number, quota: number) => ({
      rep_id,
      period,
      period_start: addMonths(yearStart, months),
      quota_cents: quota,
      reasons,
    });
    const byQuarter = allocateRounded(year, shares, unit);
    return [part("year", 0, year), ...byQuarter.map((one, q) => part("quarter", 3 * q, one))];
  });
  await warehouse.append("quota_recommendation", rows);
  progress.step("quota_recommendation", rows.length);
  const placed = sellers.map((row, at) => ({
    repId: row.rep_id,
    quota: quotas[at] ?? 0,
    teamId: row.team_id,
    regionId: row.region_id,
  }));
  await warehouse.append("quota_level", levelRows(placed, { totals, yearStart, company }));
}
