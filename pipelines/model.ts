import {
  grains,
  type Period,
  type PlainDate,
  parsePeriod,
  periodOf,
  periodsBetween,
  shiftPeriod,
} from "../src/calendar.ts";
import { InputError, InputErrors, nearest } from "../src/errors.ts";
import type { Staged } from "./ingest.ts";
import { runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

/** Canonical tables in the order in which they are made; each has one statement of its name. */
const beforePeriods = [
  "currency_rate",
  "roster_person",
  "crm_user",
  "rep_alias",
  "rep_assignment",
  "rep",
  "team",
  "region",
  "account",
  "opportunity",
];
const afterPeriods = [
  "repeated_history",
  "opportunity_version",
  "opportunity_line",
  "opportunity_split",
  "opportunity_team_member",
  "product",
  "campaign",
  "lead",
  "activity",
  "quota",
  "budget",
  "invoice",
  "payment",
  "subscription",
  "run",
];

/**
 * Makes the canonical tables from the staging views.
 *
 * @throws InputErrors for a stage, currency, quota entity or period that nothing explains
 */
export async function model(run: Run, staged: Staged): Promise<void> {
  await refuseUnknownStages(run, staged);
  const identifiers = Object.fromEntries(
    Object.entries(staged).map(([object, union]) => [object, { union }] as const),
  );
  await runMarts(run, beforePeriods, identifiers);
  await refuseMissingRates(run, staged);
  await writePeriods(run, staged);
  await refuseUnknownQuotas(run, staged);
  await runMarts(run, afterPeriods, identifiers);
}

interface StagePlace {
  readonly source: string;
  readonly stage: string;
  readonly path: string;
  readonly line: number;
}

async function refuseUnknownStages({ warehouse, workspace }: Run, staged: Staged): Promise<void> {
  const statement = sql("checks/unknown_stage", { opportunity: { union: staged.opportunity } });
  const unknown = await warehouse.all<StagePlace>(statement);
  if (unknown.length === 0) return;
  throw new InputErrors(
    unknown.map(({ source, stage, path, line }) => {
      const known = workspace.company.sources[source]?.stages ?? [];
      const near = nearest(
        stage,
        known.map((rule) => rule.stage),
      );
      const meant = near ? ` (did you mean "${near}"?)` : "";
      return new InputError(`unknown stage: "${stage}"`, {
        file: path,
        line,
        column: "stage",
        remedy: `Add it under stages in company.yaml with its status${meant}.`,
      });
    }),
  );
}

async function refuseMissingRates({ warehouse }: Run, staged: Staged): Promise<void> {
  const statement = sql("checks/no_rate", {
    opportunity: { union: staged.opportunity },
    quota: { union: staged.quota },
    invoice: { union: staged.invoice },
  });
  const missing = await warehouse.all<{ currency: string; path: string; line: number }>(statement);
  if (missing.length === 0) return;
  throw new InputErrors(
    missing.map(
      ({ currency, path, line }) =>
        new InputError(`missing rate: ${currency}`, {
          file: path,
          line,
          remedy: `Add a row for ${currency} to plans/rates.csv, dated on or before the as-of.`,
        }),
    ),
  );
}

/** The periods that data, plans and next year's quotas need, with those of the plans' labels. */
async function writePeriods(run: Run, staged: Staged): Promise<void> {
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

interface QuotaPlace {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly path: string;
  readonly line: number;
}

async function refuseUnknownQuotas({ warehouse }: Run, staged: Staged): Promise<void> {
  const statement = sql("checks/unknown_quota_entity", { quota: { union: staged.quota } });
  const unknown = await warehouse.all<QuotaPlace>(statement);
  if (unknown.length === 0) return;
  const known = await warehouse.all<{ rep_id: string }>(sql("checks/known_reps"));
  throw new InputErrors(
    unknown.map(({ entity_type, entity_id, path, line }) => {
      const near = nearest(
        entity_id,
        known.map(({ rep_id }) => rep_id),
      );
      return new InputError(`quota for an unknown ${entity_type}: "${entity_id}"`, {
        file: path,
        line,
        column: "entity_id",
        remedy:
          near && entity_type === "rep"
            ? `Did you mean "${near}"?`
            : `Add the ${entity_type} to people/roster.csv or mend the row.`,
      });
    }),
  );
}
