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
export function measureOf({ name, dateBasis, denominator, whenEmpty }: Metric): Measure {
  if (dateBasis === "as_of") return "level";
  // what is undivided and zero where nothing happened adds up; a share read off a curve doesn't
  if (denominator === null) return whenEmpty === 0 ? "sum" : "period";
  if (name === "quota_attainment") return "share";
  return dateBasis === "period" ? "period" : "rate";
}
