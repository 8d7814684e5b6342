import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { dropDates, dropsFolder } from "../../pipelines/ingest/drops.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { addDays, type PlainDate } from "../../src/calendar.ts";
import { forgetArchive, type Measure, measureTask } from "./task.ts";

/** Ingest and versions as of the end of a month. */
export interface IncrementMeasures {
  readonly month: PlainDate;
  /** With an archive that holds every drop but the month's own. */
  readonly added: Measure;
  /** With none. */
  readonly whole: Measure;
}

/** What the drop of the last full month costs by itself, and what all drops cost together. */
export async function measureIncrement(
  company: string,
  scratch: string,
): Promise<IncrementMeasures> {
  const [before, month] = lastMonthEnds(company);
  const load = (asOf: string) => measureFresh(company, join(scratch, "increment"), asOf);
  forgetArchive(company);
  await load(before);
  const added = await load(month);
  forgetArchive(company);
  return { month, added, whole: await load(month) };
}

async function measureFresh(company: string, scratch: string, asOf: string): Promise<Measure> {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  return measureTask("ingest and versions", company, scratch, asOf);
}

function lastMonthEnds(company: string): [PlainDate, PlainDate] {
  const workspace = openWorkspace(company);
  const [before, month] = Object.entries(workspace.company.sources)
    .flatMap(([name, source]) => dropDates(dropsFolder(workspace, name, source)))
    .filter((date) => addDays(date, 1).endsWith("-01"))
    .sort()
    .slice(-2);
  if (before === undefined || month === undefined) throw new Error("fewer than two month ends");
  return [before, month];
}
