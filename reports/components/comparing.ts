import type { ScoredMetric } from "./scorecard.js";
import type { Score } from "./scores.js";

/** KPIs that entities are compared by before any other. */
const usual = [
  "bookings",
  "quota_attainment",
  "win_rate",
  "average_deal_size",
  "sales_cycle_days",
  "won_count",
  "open_pipeline",
  "pipeline_coverage",
  "activity_count",
];

/** The chosen KPI and the usual ones, as far as anything is known of them. */
export function comparedMetrics(
  metrics: readonly ScoredMetric[],
  chosen: ScoredMetric,
  rows: readonly Score[],
): ScoredMetric[] {
  const names = [chosen.metric, ...usual.filter((name) => name !== chosen.metric)];
  return names.flatMap((name) => {
    const metric = metrics.find((candidate) => candidate.metric === name);
    const isKnown = rows.some((row) => typeof row.cells[name]?.value === "number");
    if (!metric || (!isKnown && name !== chosen.metric)) return [];
    // medians stand beside the chosen one alone, so that the table stays readable
    return [name === chosen.metric ? metric : { ...metric, has_quartiles: false }];
  });
}
