import { monthsBetween, type PlainDate } from "../src/calendar.ts";
import { forecastBookings } from "../src/forecast/forecast.ts";
import type { Series } from "../src/forecast/series.ts";
import { timeline } from "../src/forecast/timeline.ts";
import { grouped } from "../src/statistics/grouped.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

interface InputRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly period_start: PlainDate;
  readonly bookings_cents: number;
  readonly booked_to_point_cents: number;
}

/** Writes `forecast` and `forecast_backtest` from `forecast_input`: bookings of every entity. */
export async function forecast(run: Run): Promise<void> {
  const { workspace, asOf, warehouse } = run;
  await runMarts(run, ["forecast_input"]);
  const rows = await warehouse.table<InputRow>("forecast_input", [
    "entity_type",
    "entity_id",
    "period_start",
  ]);
  const first = rows.map((row) => row.period_start).sort()[0] ?? asOf;
  const line = timeline(first, asOf, workspace.company.calendar);
  const { forecasts, backtest } = forecastBookings(seriesOf(rows, line.firstMonth), line);
  await write(run, "forecast", [forecasts]);
  await write(run, "forecast_backtest", backtest);
}

async function write(run: Run, table: string, parts: Iterable<readonly object[]>): Promise<void> {
  await run.warehouse.run(sql(`tables/${table}`));
  let rows = 0;
  for (const part of parts) {
    await run.warehouse.append(table, part);
    rows += part.length;
  }
  await noteLineage(run, table, "pipelines/forecast.ts", ["forecast_input"]);
  run.progress.step(table, rows);
}

function seriesOf(rows: readonly InputRow[], firstMonth: PlainDate): Series[] {
  const groups = grouped(rows, (row) => JSON.stringify([row.entity_type, row.entity_id]));
  return [...groups.values()].flatMap((months) => {
    const [head] = months;
    if (!head) return [];
    return {
      entityType: head.entity_type,
      entityId: head.entity_id,
      start: monthsBetween(firstMonth, head.period_start),
      booked: months.map((month) => month.bookings_cents),
      bookedToPoint: months.map((month) => month.booked_to_point_cents),
    };
  });
}
