import type { PlainDate } from "../src/calendar.ts";
import type { OwnMetric } from "../src/metrics/own.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { levelsAsOf, metricsAsOf } from "./metrics/earlier.ts";
import { type Run, sql } from "./run.ts";

interface Day {
  readonly day: PlainDate;
}

/** Quarters that are over whose levels are told: with the one in progress a year and a quarter. */
const quartersTold = 5;

/**
 * The stage: `same_day`, what earlier periods had on the day of theirs that the current ones have
 * got to; and in `kpi` what stood at the end of quarters that are over, such as the open pipeline.
 * Both are what the KPIs' own statements give as of that day.
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
  for (const { day } of await warehouse.all<Day>(sql("earlier/day"))) {
    rows += await metricsAsOf(run, day, own);
  }
  const ended = await warehouse.all<Day>(sql("earlier/ended"), { quarters: quartersTold });
  for (const { day } of ended) await levelsAsOf(run, day);
  const reads = ["kpi", "kpi_told", "metric", "opportunity", "run", "same_day_period"];
  await noteLineage(run, "same_day", "pipelines/metrics/earlier.ts", reads);
  progress.step("same_day", rows);
}
