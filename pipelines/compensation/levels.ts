import { type Grain, type PlainDate, periodsBetween } from "../../src/calendar.ts";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { levelCredit } from "../../src/compensation/credit/level.ts";
import { isLevel } from "../../src/compensation/credit/measure.ts";
import { exact, roundHalfAway } from "../../src/compensation/exact.ts";
import type { Person } from "../../src/compensation/person.ts";
import type { ComponentTerms } from "../../src/compensation/plan/terms.ts";
import { spanOf } from "../../src/compensation/target/covered.ts";
import { InputError, nearest } from "../../src/errors.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import type { Workspace } from "../../src/workspace/company.ts";
import { sql } from "../run.ts";
import { readObjectives } from "./objectives.ts";
import type { StaffedPlan } from "./overlaps.ts";
import { type PlanFile, readPlans } from "./plans.ts";
import type { LevelRow } from "./rows.ts";

/** What somebody's level of a period is: of the KPI, the retention or the objectives that are measured. */
export async function readLevels(
  workspace: Workspace,
  asOf: PlainDate,
  warehouse: Warehouse,
): Promise<LevelRow[]> {
  const plans = readPlans(workspace, asOf);
  const written = plans.flatMap(({ terms }) => terms.components.map(({ measure }) => measure));
  const levels: LevelRow[] = [];
  for (const measure of [...new Set(written)].filter(isLevel)) {
    if (measure.startsWith("kpi:")) await refuseUnknown(measure, plans, warehouse);
    const rows =
      measure === "objectives"
        ? await readObjectives(workspace, asOf, warehouse)
        : await levelsOf(warehouse, metricOf(measure));
    levels.push(...rows.map((row) => ({ ...row, measure })));
  }
  return levels;
}

/** A metric of reps by fiscal period. */
export const levelsOf = (warehouse: Warehouse, metric: string) =>
  warehouse.all<Omit<LevelRow, "measure">>(sql("compensation/level"), { metric });

/** Retention is net revenue retention, unless a KPI is named. */
const metricOf = (measure: string) => (measure === "retention" ? "nrr" : measure.slice(4));

async function refuseUnknown(
  measure: string,
  plans: readonly PlanFile[],
  warehouse: Warehouse,
): Promise<void> {
  const rows = await warehouse.table<{ readonly metric: string }>("metric", ["metric"]);
  const known = rows.map(({ metric }) => metric);
  const metric = metricOf(measure);
  if (known.includes(metric)) return;
  const meant = nearest(metric, known);
  const places = plans.flatMap(({ terms, placeOf }) =>
    terms.components.flatMap((component, index) =>
      component.measure === measure ? [placeOf(["components", index, "measure"])] : [],
    ),
  );
  throw new InputError(`unknown KPI: "${metric}"`, {
    ...places[0],
    remedy: meant ? `Did you mean "${meant}"?` : "Name a metric of the page Methods.",
  });
}

/**
 * The levels that a plan measures as credits of its people: of each period that is over, on its last day
 * or the person's. Where there is no value, there is no credit.
 */
export function levelCredits(
  plan: StaffedPlan,
  levels: readonly LevelRow[],
  asOf: PlainDate,
): Credit[] {
  const measured = plan.terms.components.filter(({ measure }) => isLevel(measure));
  if (measured.length === 0) return [];
  const values = new Map(levels.map((row) => [keyOf(row, row.period), row.value]));
  return measured.flatMap((component) =>
    plan.people.flatMap((person) => creditsOf(plan, component, person, { values, asOf })),
  );
}

const keyOf = (
  row: Pick<LevelRow, "measure" | "rep_id" | "period_start">,
  period: Grain | string,
) => [row.measure, row.rep_id, period, row.period_start].join(" ");

interface Known {
  readonly values: ReadonlyMap<string, number>;
  readonly asOf: PlainDate;
}

function creditsOf(
  { terms }: StaffedPlan,
  { name, measure, period: grain }: ComponentTerms,
  person: Person,
  { values, asOf }: Known,
): Credit[] {
  const span = spanOf(terms, person);
  const last = span.until < asOf ? span.until : asOf;
  if (last < span.from) return [];
  return periodsBetween(span.from, last, grain, terms.calendar).flatMap((period) => {
    const { periodStart, periodEnd, label } = period;
    const row = { measure, rep_id: person.repId, period_start: periodStart };
    const value = values.get(keyOf(row, grain));
    if (value === undefined || periodEnd > asOf) return [];
    const date = periodEnd < span.until ? periodEnd : span.until;
    const creditCents = roundHalfAway(exact(value).mul(1_000_000));
    return [
      levelCredit({
        creditId: `${name}/${label}/${person.repId}`,
        repId: person.repId,
        date,
        creditCents,
        levelOf: name,
      }),
    ];
  });
}
