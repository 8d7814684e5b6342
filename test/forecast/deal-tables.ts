import { runMarts } from "../../pipelines/lineage.ts";
import { dealMarts } from "../../pipelines/metrics/marts.ts";
import { type Run, sql } from "../../pipelines/run.ts";

const macros = ["entities_of", "placings", "placed_in", "grains", "start_of", "periods_of"];

/** What forecasts need of the metrics stage: its tables of deals, and quotas. */
export async function dealTables(run: Run): Promise<void> {
  for (const macro of macros) await run.warehouse.run(sql(`readers/${macro}`));
  await runMarts(run, [...dealMarts, "kpi_quota"]);
}
