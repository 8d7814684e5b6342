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
  const answer = outlookAnswer({
    currency_digits: edition.currency_digits,
    quarters: ranges.filter((row) => row.entity_type === "company" && row.period === "quarter"),
    accuracy: nearestQuarter(accuracy),
  });
  const body = { ranges, accuracy, history };
  const file = { name: "forecast.json", audience: "leadership", content: { body } } as const;
  return { path: "/forecast", answer, files: [file] };
}

/** The company's quarters at the shortest horizon that was tested. */
function nearestQuarter(rows: readonly AccuracyRow[]): AccuracyRow | null {
  const quarters = rows.filter((row) => row.entity_type === "company" && row.period === "quarter");
  return quarters.reduce<AccuracyRow | null>(
    (best, row) => (best === null || row.horizon < best.horizon ? row : best),
    null,
  );
}
