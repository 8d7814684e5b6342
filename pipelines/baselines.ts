import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** The ways of forecasting that any company has without a model, a table each. */
export const baselines = ["forecast_naive", "forecast_stage_weighted"] as const;

const marts = [
  "forecast_ahead",
  "forecast_member",
  "forecast_booked",
  "forecast_actual",
  ...baselines,
] as const;

/**
 * Adds the baselines to `forecast` and `forecast_backtest`: the same period a year before, and open
 * deals by the CRM's own probability, at the as-of and at the same point of 36 earlier months.
 */
export async function addBaselines(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  await runMarts(run, marts);
  await run.warehouse.run(sql("marts/forecast_baseline"));
  await noteLineage(
    run,
    "forecast_baseline",
    "pipelines/sql/marts/forecast_baseline.sql",
    baselines,
  );
  await run.warehouse.run(sql("baselines/forecast"));
  await run.warehouse.run(sql("baselines/forecast_backtest"));
}
