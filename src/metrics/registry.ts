import {
  forecastBias,
  forecastValueAdded,
  forecastWape,
  rangeHeld80,
  rangeHeld95,
} from "./accuracy.ts";
import { cac, cacPaybackMonths, dso, magicNumber } from "./finance.ts";
import type { Metric } from "./metric.ts";
import { bookings, lostCount, winRate, winRateValue, wonCount } from "./outcome.ts";
import { averageDealSize, dealThroughput, salesCycleDays, salesVelocity } from "./pace.ts";
import { enps, surveyResponse } from "./people.ts";
import { pipelineCoverage, quotaAttainment } from "./plan.ts";
import { overAssignment, quotaToOte, rampedCapacity, shareAtQuota } from "./quota.ts";
import { arr, grr, ltv, mrr, nrr } from "./recurring.ts";

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
  shareAtQuota,
  overAssignment,
  rampedCapacity,
  quotaToOte,
  forecastWape,
  forecastBias,
  forecastValueAdded,
  rangeHeld80,
  rangeHeld95,
  mrr,
  arr,
  nrr,
  grr,
  ltv,
  cac,
  cacPaybackMonths,
  magicNumber,
  dso,
  enps,
  surveyResponse,
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
