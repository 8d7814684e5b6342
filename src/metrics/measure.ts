import type { Metric } from "./metric.ts";

/**
 * How a metric is followed over a span of dates: a `sum` adds up in it; a `share` is a sum over a
 * plan that is known ahead; a `rate` is its numerators over its denominators of the months of the
 * span; a `period` figure is that of the latest complete fiscal quarter; a `level` describes the
 * as-of date alone and has no past.
 */
export const measures = ["sum", "share", "rate", "period", "level"] as const;
export type Measure = (typeof measures)[number];

/** Which of them fits a metric, from its date basis and whether anything is divided. */
export function measureOf({ name, dateBasis, denominator }: Metric): Measure {
  if (dateBasis === "as_of") return "level";
  if (denominator === null) return "sum";
  if (name === "quota_attainment") return "share";
  return dateBasis === "period" ? "period" : "rate";
}
