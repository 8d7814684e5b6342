import { snapshotMarts } from "./deals/marts.ts";
import { type DealOutlook, dealOutlooks } from "./deals/outlook.ts";
import { dealForecastRows } from "./deals/rows.ts";
import { dealScores } from "./deals/scores.ts";
import { dealWeekRows } from "./deals/weeks.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** What the outlooks leave behind. */
const tables = ["deal_forecast", "deal_week", "deal_calibration"] as const;

/**
 * The stage: `deal_snapshot`, what was known of open deals at the end of each cutoff, with
 * `deal_outcome`, how they ended; from them `deal_forecast` and `deal_week`, what becomes of those
 * that are open at the as-of date, and `deal_calibration`, how such chances came out before. Reads
 * `kpi_told`, so it comes after the metrics.
 *
 * @param visit is given the outlook at every cutoff, the earliest first
 */
export async function deals(
  run: Run,
  visit: (outlook: DealOutlook) => void = () => undefined,
): Promise<void> {
  await runMarts(run, snapshotMarts);
  for (const table of tables) await run.warehouse.run(sql(`tables/${table}`));
  const { calendar } = run.workspace.company;
  const scores = await dealScores(run);
  for await (const outlook of dealOutlooks(run)) {
    visit(outlook);
    scores.add(outlook);
    if (!outlook.isAsOf) continue;
    await write(run, "deal_forecast", dealForecastRows(outlook, calendar));
    await write(run, "deal_week", dealWeekRows(outlook, calendar));
  }
  await write(run, "deal_calibration", scores.rows());
}

async function write(run: Run, table: (typeof tables)[number], rows: readonly object[]) {
  await run.warehouse.append(table, rows);
  run.progress.step(table, rows.length);
  const reads = ["deal_cutoff", "deal_outcome", "deal_snapshot"];
  await noteLineage(run, table, "pipelines/deals.ts", reads);
}
