import type { Metric } from "../../src/metrics/metric.ts";
import { readOwnMetrics } from "../../src/metrics/own.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Company } from "../../src/workspace/company.ts";

/** Every metric of a company: the built-in ones, then its own. */
export const definedMetrics = ({ ownMetrics }: Pick<Company, "ownMetrics">): Metric[] => [
  ...metrics,
  ...readOwnMetrics(ownMetrics).map(({ metric }) => metric),
];

/** @throws Error when the company has no metric of the name */
export function metricOf(company: Pick<Company, "ownMetrics">, name: string): Metric {
  const metric = definedMetrics(company).find((candidate) => candidate.name === name);
  if (metric === undefined) throw new Error(`unknown metric: ${name}`);
  return metric;
}
