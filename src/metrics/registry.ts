import { accuracyMetrics } from "./accuracy.ts";
import { createdMetrics } from "./cohort.ts";
import { effortMetrics } from "./effort.ts";
import { financeMetrics } from "./finance.ts";
import { leadMetrics } from "./lead.ts";
import { lossMetrics } from "./loss.ts";
import type { Metric } from "./metric.ts";
import { bookings, lostCount, winRate, winRateValue, wonCount } from "./outcome.ts";
import { averageDealSize, dealThroughput, salesCycleDays, salesVelocity } from "./pace.ts";
import { surveyMetrics } from "./people.ts";
import { pipelineMetrics } from "./pipeline.ts";
import { pipelineCoverage, quotaAttainment } from "./plan.ts";
import { pushMetrics } from "./push.ts";
import { quotaMetrics } from "./quota.ts";
import { recurringMetrics } from "./recurring.ts";
import { stageMetrics } from "./stage.ts";

/** Every metric, in the order in which pages list them. */
export const metrics: readonly Metric[] = [
  bookings,
  quotaAttainment,
  pipelineCoverage,
  wonCount,
  lostCount,
  winRate,
  winRateValue,
  averageDealSize,
  salesCycleDays,
  salesVelocity,
  dealThroughput,
  ...createdMetrics,
  ...stageMetrics,
  ...pipelineMetrics,
  ...pushMetrics,
  ...lossMetrics,
  ...effortMetrics,
  ...leadMetrics,
  ...quotaMetrics,
  ...accuracyMetrics,
  ...recurringMetrics,
  ...financeMetrics,
  ...surveyMetrics,
];

/** @throws Error when no metric has the name */
export function metricNamed(name: string): Metric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric === undefined) throw new Error(`unknown metric: ${name}`);
  return metric;
}

/** Metrics as rows of the table `metric`, which the statement that divides reads. */
export function metricRows(defined: readonly Metric[] = metrics) {
  return defined.map((metric, position) => ({
    metric: metric.name,
    position,
    label: metric.label,
    definition: metric.definition,
    formula: metric.formula,
    components: metric.components,
    needs: metric.needs,
    numerator: metric.numerator,
    denominator: metric.denominator,
    count: metric.count,
    unit: metric.unit,
    better: metric.better,
    date_basis: metric.dateBasis,
    lookback_months: metric.lookbackMonths,
    periods: metric.periods,
    entity_types: metric.entityTypes,
    when_empty: metric.whenEmpty,
    null_rule: metric.nullRule,
    needs_min_cell: metric.needsMinCell,
    has_quartiles: metric.hasQuartiles,
  }));
}
