import type { Metric } from "../../src/metrics/metric.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { type Run, sql } from "../run.ts";

/**
 * Adds KPIs to `kpi`, in the schema that statements write to.
 *
 * @returns how many rows it added
 */
export async function divide(
  { warehouse }: Pick<Run, "warehouse">,
  divided: readonly Metric[],
): Promise<number> {
  let rows = 0;
  for (const metric of divided) {
    const values = { metric: metric.name };
    const added = await warehouse.run(divisionOf(metric), values);
    rows += added === 0 ? await warehouse.run(sql("marts/absent_kpi"), values) : added;
  }
  return rows;
}

/** `kpi.sql` on the family's table and the columns of it that the registry names for a metric. */
function divisionOf(metric: Metric): Statement {
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
