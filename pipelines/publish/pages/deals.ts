import { flagsOf } from "../../../src/narrative/deal-reasons.ts";
import { dealsAnswer, type FlagCount, type PastChances } from "../../../src/narrative/deals.ts";
import { countOfHalf, expectedTotals } from "../../../src/opportunity/expected.ts";
import { grouped } from "../../../src/statistics/grouped.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import { dealDetailFiles } from "../deal-details.ts";
import type { Edition, PageContent } from "../file.ts";
import { type OpenDealRow, readOpenDeals } from "../open-deals.ts";
import { moneyOf } from "../quarter-standing.ts";
import { readReport } from "../reading.ts";

interface CalibrationRow {
  readonly horizon: "quarter" | "year";
  readonly decile: number;
  readonly count_chances: number;
  readonly mean_rate: number;
  readonly won_count: number;
}

interface QuarterRow {
  readonly label: string;
  readonly period_start: string;
  readonly period_end: string;
}

/** Every open deal: its chance, its time, its reasons and its risks; the page shares the list with others. */
export async function deals(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const open = await readOpenDeals(warehouse);
  const calibration = await readReport<CalibrationRow>(warehouse, "deal_calibration");
  const quarters = await readReport<QuarterRow>(warehouse, "deal_span");
  const [model] = await readReport<{ is_pooled: boolean }>(warehouse, "deal_model");
  const answer = dealsAnswer({
    ...moneyOf(edition),
    totals: expectedTotals(open),
    half: countOfHalf(open),
    flags: flagCounts(open),
    quarters,
    isPooled: model?.is_pooled ?? false,
    past: pastChances(calibration.filter(({ horizon }) => horizon === "quarter")),
  });
  const body = { quarters, calibration };
  return {
    path: "/deals",
    answer,
    files: [
      { name: "deals.json", audience: "leadership", content: { body } },
      ...(await dealDetailFiles(warehouse, open)),
    ],
  };
}

function flagCounts(open: readonly OpenDealRow[]): FlagCount[] {
  const flags = open.flatMap(({ risk_flags }) => flagsOf(risk_flags));
  return [...grouped(flags, (flag) => flag)]
    .map(([flag, of]) => ({ flag, deals: of.length }))
    .sort((a, b) => b.deals - a.deals || (a.flag < b.flag ? -1 : 1));
}

/** All tenths together. */
function pastChances(rows: readonly CalibrationRow[]): PastChances | null {
  const count = rows.reduce((total, row) => total + row.count_chances, 0);
  const expected = rows.reduce((total, row) => total + row.count_chances * row.mean_rate, 0);
  const won = rows.reduce((total, row) => total + row.won_count, 0);
  return count === 0 ? null : { count, expected: expected / count, won };
}
