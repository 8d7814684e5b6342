import type { Metric } from "../../src/metrics/metric.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { sql } from "../run.ts";

/** `kpi.sql` on the family's table and the columns of it that the registry names for a metric. */
export function divisionOf(metric: Metric): Statement {
  const { components, numerator, denominator, count, hasQuartiles } = metric;
  const { openCohort = "is_open_cohort" } = metric;
  return sql("marts/kpi", {
    components,
    open_cohort: openCohort,
    numerator,
    denominator: denominator ?? numerator,
    count,
    quartiles: hasQuartiles ? `${numerator}_quartiles` : "no_quartiles",
  });
}
