import {
  grains,
  type Period,
  type PlainDate,
  parsePeriod,
  periodOf,
  periodsBetween,
  shiftPeriod,
} from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import type { Staged } from "./ingest.ts";
import { type Run, sql } from "./run.ts";

/**
 * Writes `fiscal_period`: every period that the data, the plans or next year's quotas name.
 *
 * @throws InputError for a period that a plan names in no known form
 */
export async function writePeriods(run: Run, staged: Staged): Promise<void> {
  const { warehouse, workspace, asOf } = run;
  const { calendar } = workspace.company;
  const [extent] = await warehouse.all<{ first_date: PlainDate | null }>(sql("marts/first_date"));
  const planned = await plannedPeriods(run, staged);
  const nextYear = shiftPeriod(periodOf(asOf, "year", calendar), 1, calendar);
  const dates = [extent?.first_date ?? asOf, asOf, ...planned.map((period) => period.periodStart)];
  const first = periodOf(
    dates.reduce((a, b) => (a < b ? a : b)),
    "year",
    calendar,
  ).periodStart;
  const last = [nextYear, ...planned].map((p) => p.periodEnd).reduce((a, b) => (a > b ? a : b));
  await warehouse.run(sql("tables/fiscal_period"));
  const periods = grains.flatMap((grain) => periodsBetween(first, last, grain, calendar));
  await warehouse.append(
    "fiscal_period",
    periods.map((period) => periodRow(period, asOf)),
  );
}

function periodRow(period: Period, asOf: PlainDate) {
  return {
    period: period.period,
    period_start: period.periodStart,
    period_end: period.periodEnd,
    label: period.label,
    fiscal_year: period.fiscalYear,
    is_complete: period.periodEnd <= asOf,
    is_current: period.periodStart <= asOf && asOf <= period.periodEnd,
  };
}

interface LabelPlace {
  readonly period_label: string;
  readonly path: string;
  readonly line: number;
}

async function plannedPeriods({ warehouse, workspace }: Run, staged: Staged): Promise<Period[]> {
  const statement = sql("marts/planned_period", {
    quota: { union: staged.quota },
    budget: { union: staged.budget },
  });
  const labels = await warehouse.all<LabelPlace>(statement);
  return labels.map(({ period_label, path, line }) => {
    try {
      return parsePeriod(period_label, workspace.company.calendar);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(error.message, {
        file: path,
        line,
        column: "period",
        remedy: error.remedy,
      });
    }
  });
}
