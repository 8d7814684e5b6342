import type { PlainDate } from "../src/calendar.ts";
import { type BookingsForecast, forecastBookings } from "../src/forecast/forecast.ts";
import type { Seller } from "../src/forecast/hierarchy.ts";
import { timeline } from "../src/forecast/timeline.ts";
import type { CellForecast } from "../src/forecast/ways.ts";
import { baselines } from "./baselines.ts";
import type { DealOutlook } from "./deals/outlook.ts";
import type { Made } from "./forecast/between.ts";
import { changes, isCompared } from "./forecast/changes.ts";
import { driversOf } from "./forecast/drivers.ts";
import { pipelineOf } from "./forecast/pipeline.ts";
import { rowsAt, type Written } from "./forecast/rows.ts";
import { targetsOf } from "./forecast/targets.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { mstl } from "./mstl.ts";
import { type Run, sql } from "./run.ts";

interface InputRow {
  readonly rep_id: string;
  readonly segment: string;
  readonly close_date: PlainDate;
  readonly bookings_cents: number;
}

interface RepRow {
  readonly rep_id: string;
  readonly team_id: string | null;
  readonly region_id: string | null;
  readonly role: string | null;
  readonly hired_on: PlainDate | null;
  readonly left_on: PlainDate | null;
}

/** What the forecast is made from. */
const inputs = [
  "forecast_input",
  "forecast_created",
  "deal_snapshot",
  "deal_outcome",
  "opportunity_version",
  "kpi_known_deal",
  "currency_rate",
  "deal_arrival",
  "deal_conversion",
  "deal_place",
  "rep",
  "campaign",
  "indicator",
];

/** What is written, and what each is made from. */
const written: Readonly<Record<Written, readonly string[]>> = {
  forecast: [...inputs, ...baselines],
  forecast_backtest: [...inputs, ...baselines],
  forecast_past: inputs,
  forecast_target: [...inputs, "bookings_target"],
};

/**
 * Writes `forecast`, `forecast_backtest`, `forecast_past` and `forecast_target` from
 * `forecast_input`: bookings of every entity, and the chances of its targets; and why forecasts
 * aren't what they were.
 *
 * @param visit is given the outlook of open deals at every cutoff, the earliest first
 */
export async function forecast(run: Run, visit?: (outlook: DealOutlook) => void): Promise<void> {
  await runMarts(run, ["forecast_input", "forecast_created", "bookings_target"]);
  const made = await forecastOf(run, visit);
  const targetOf = await targetsOf(run);
  const tables = Object.keys(written) as Written[];
  for (const table of tables) await run.warehouse.run(sql(`tables/${table}`));
  const counts = { forecast: 0, forecast_backtest: 0, forecast_past: 0, forecast_target: 0 };
  const seen = new Set<PlainDate>();
  const cells = new Map<PlainDate, CellForecast>();
  for (const one of made.cutoffs) {
    const { date } = one.cutoff;
    // a week may end on the day of a month's own cutoff
    if (seen.has(date)) continue;
    seen.add(date);
    if (isCompared(date, run.asOf)) cells.set(date, one.cells);
    for (const [table, rows] of rowsAt(made.company, one, { targetOf, asOf: run.asOf })) {
      await run.warehouse.append(table, rows);
      counts[table] += rows.length;
    }
  }
  for (const table of tables) {
    await noteLineage(run, table, "pipelines/forecast.ts", written[table]);
    run.progress.step(table, counts[table]);
  }
  await changes(run, { ...made, cells });
}

/** The forecast of a run's company at the as-of and at past cutoffs, made as they are gone through. */
export async function forecastOf(
  run: Run,
  visit?: (outlook: DealOutlook) => void,
): Promise<BookingsForecast & Omit<Made, "cells">> {
  const { workspace, asOf, warehouse } = run;
  const order = ["rep_id", "segment", "close_date"];
  const rows = await warehouse.table<InputRow>("forecast_input", order);
  const reps = await warehouse.table<RepRow>("rep", ["rep_id"]);
  const first = rows.map((row) => row.close_date).reduce((a, b) => (a < b ? a : b), asOf);
  const sellers = reps.map(sellerOf);
  const pipeline = await pipelineOf(run, sellers, visit);
  const made = forecastBookings({
    company: workspace.company.name,
    sellers,
    days: rows.map(({ rep_id, segment, close_date, bookings_cents }) => ({
      repId: rep_id,
      segment,
      date: close_date,
      cents: bookings_cents,
    })),
    line: timeline(first, asOf, workspace.company.calendar),
    drivers: await driversOf(run),
    pipeline,
    mstl,
  });
  return { ...made, sellers, fits: pipeline.fits };
}

function sellerOf({ rep_id, team_id, region_id, role, hired_on, left_on }: RepRow): Seller {
  return {
    repId: rep_id,
    teamId: team_id ?? "unassigned",
    regionId: region_id ?? "unassigned",
    role,
    hiredOn: hired_on,
    leftOn: left_on,
  };
}
