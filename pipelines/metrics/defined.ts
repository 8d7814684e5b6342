import type { Metric } from "../../src/metrics/metric.ts";
import { readOwnMetrics } from "../../src/metrics/own.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Company } from "../../src/workspace/company.ts";

/** Every metric of a company: the built-in ones, then its own. */
export const definedMetrics = ({ ownMetrics }: Pick<Company, "ownMetrics">): Metric[] => [
  ...metrics,
  ...readOwnMetrics(ownMetrics).map(({ metric }) => metric),
];

/** The same by their names. Made once for many: each call reads the company's formulas anew. */
export const metricsByName = (company: Pick<Company, "ownMetrics">): ReadonlyMap<string, Metric> =>
  new Map(definedMetrics(company).map((metric) => [metric.name, metric]));

/** @throws Error when there is no metric of the name */
export function metricOf(defined: ReadonlyMap<string, Metric>, name: string): Metric {
  const metric = defined.get(name);
  if (metric === undefined) throw new Error(`unknown metric: ${name}`);
  return metric;
}
