import type { PlainDate } from "../src/calendar.ts";
import type { OwnMetric } from "../src/metrics/own.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { metricsAsOf } from "./metrics/earlier.ts";
import { type Run, sql } from "./run.ts";

/**
 * The stage: `same_day`, what earlier periods had on the day of theirs that the current ones have
 * got to. It is what the KPIs' own statements give as of that day.
 *
 * @param own the company's own KPIs
 * @throws QueryError naming the statement that failed
 */
export async function compare(
  run: Pick<Run, "warehouse" | "progress">,
  own: readonly OwnMetric[] = [],
): Promise<void> {
  const { warehouse, progress } = run;
  await runMarts(run, ["same_day_period"]);
  await warehouse.run(sql("tables/same_day"));
  let rows = 0;
  for (const { day } of await warehouse.all<{ day: PlainDate }>(sql("earlier/day"))) {
    rows += await metricsAsOf(run, day, own);
  }
  const reads = ["kpi", "kpi_told", "metric", "opportunity", "run", "same_day_period"];
  await noteLineage(run, "same_day", "pipelines/metrics/earlier.ts", reads);
  progress.step("same_day", rows);
}
