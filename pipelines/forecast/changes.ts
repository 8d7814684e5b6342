import { addMonths, type PlainDate } from "../../src/calendar.ts";
import type { Company } from "../../src/forecast/base.ts";
import { periodChange } from "../../src/forecast/change/change.ts";
import { reach } from "../../src/forecast/timeline.ts";
import type { CellForecast } from "../../src/forecast/ways.ts";
import { noteLineage } from "../lineage.ts";
import { type Run, sql } from "../run.ts";
import { betweensOf, type Made } from "./between.ts";
import { changeRows, dealRows, type Published } from "./change-rows.ts";

/** Months back that a forecast is compared with, besides the past weeks. */
const monthsBack = 12;

/** Whether forecasts are compared with that of a past cutoff. */
export const isCompared = (cutoff: PlainDate, asOf: PlainDate): boolean =>
  cutoff >= addMonths(asOf, -monthsBack);

const tables = ["forecast_change", "forecast_change_deal"] as const;

/**
 * Writes `forecast_change` and `forecast_change_deal`: why the forecasts of this quarter and year
 * and the next ones aren't what they were at each of the past weeks' and the past year's cutoffs.
 */
export async function changes(run: Run, made: Made): Promise<void> {
  for (const table of tables) await run.warehouse.run(sql(`tables/${table}`));
  const counts = { forecast_change: 0, forecast_change_deal: 0 };
  const now = made.cells.get(run.asOf);
  if (!now) throw new RangeError(`missing forecast: ${run.asOf}`);
  const betweenOf = await betweensOf(run, made, now);
  for (const [cutoff, before] of [...made.cells].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (cutoff === run.asOf) continue;
    const between = await betweenOf(before);
    const periods = periodsOf(made.company, now, before).map((period) =>
      periodChange(made.company, between, period),
    );
    const published = await run.warehouse.all<Published>(sql("changes/published"), { cutoff });
    const rows = {
      forecast_change: changeRows(made.company, { cutoff, periods, published }),
      forecast_change_deal: dealRows(made.company, { cutoff, periods }),
    };
    for (const table of tables) {
      await run.warehouse.append(table, rows[table]);
      counts[table] += rows[table].length;
    }
  }
  for (const table of tables) {
    const reads = [
      ...["deal_outcome", "deal_snapshot", "forecast_published", "opportunity"],
      ...["opportunity_version", "rep"],
    ];
    await noteLineage(run, table, "pipelines/forecast/changes.ts", reads);
    run.progress.step(table, counts[table]);
  }
}

/** Quarters and years that hold the as-of date or come next, as far as the earlier cutoff reached. */
function periodsOf({ line }: Company, { cutoff }: CellForecast, before: CellForecast) {
  const end = reach(line, before.cutoff.origin);
  return (["quarter", "year"] as const).flatMap((grain) =>
    line.periods
      .filter(({ period, last }) => period === grain && last >= cutoff.origin && last <= end)
      .slice(0, 2),
  );
}
