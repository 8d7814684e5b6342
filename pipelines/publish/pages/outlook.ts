import {
  type Accuracy,
  outlookAnswer,
  type QuarterOutlook,
} from "../../../src/narrative/outlook.ts";
import type { Warehouse } from "../../../src/warehouse/warehouse.ts";
import type { Edition, PageContent } from "../file.ts";
import { readReport } from "../reading.ts";

interface RangeRow extends QuarterOutlook {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period: string;
  readonly cutoff: string;
}

interface AccuracyRow extends Accuracy {
  readonly entity_type: string;
  readonly period: string;
  readonly horizon: number;
}

/** The forecast of bookings by month and quarter, its history and how it came out before. */
export async function outlook(warehouse: Warehouse, edition: Edition): Promise<PageContent> {
  const ranges = await readReport<RangeRow>(warehouse, "forecast_range");
  const accuracy = await readReport<AccuracyRow>(warehouse, "forecast_accuracy");
  const history = await readReport(warehouse, "forecast_history");
  const quarters = ranges.filter(isCompanyQuarter);
  // a quarter in progress is forecast from within, at horizon 0
  const horizon = quarters[0]?.is_current ? 0 : 1;
  const tested = accuracy.find((row) => isCompanyQuarter(row) && row.horizon === horizon);
  const answer = outlookAnswer({
    currency: edition.currency,
    currency_digits: edition.currency_digits,
    quarters,
    accuracy: tested ?? null,
  });
  const body = { ranges, accuracy, history };
  const file = { name: "forecast.json", audience: "leadership", content: { body } } as const;
  return { path: "/forecast", answer, files: [file] };
}

const isCompanyQuarter = (row: { readonly entity_type: string; readonly period: string }) =>
  row.entity_type === "company" && row.period === "quarter";
