import { cumulativeIncidence, type IncidencePoint } from "../src/statistics/competing-risks.ts";
import { grouped } from "../src/statistics/grouped.ts";
import { noteLineage, runMarts } from "./lineage.ts";
import { type Run, sql } from "./run.ts";

interface AgeRow {
  readonly entity_type: string;
  readonly entity_id: string;
  readonly cohort: string;
  readonly cohort_start: string | null;
  readonly age_days: number;
  readonly won_count: number;
  readonly lost_count: number;
  readonly open_count: number;
}

/**
 * Writes `win_curve`: for each cohort of deals the share won and lost by each week of age, with
 * losing as the competing risk and open deals censored.
 */
export async function winCurves(run: Pick<Run, "warehouse" | "progress">): Promise<void> {
  const { warehouse, progress } = run;
  await runMarts(run, ["win_curve_age"]);
  await warehouse.run(sql("tables/win_curve"));
  const keys = ["entity_type", "entity_id", "cohort", "age_days"];
  const rows = await warehouse.table<AgeRow>("win_curve_age", keys);
  const cohorts = grouped(rows, (row) =>
    JSON.stringify([row.entity_type, row.entity_id, row.cohort]),
  );
  const curves = [...cohorts.values()].flatMap(curveOf);
  await warehouse.append("win_curve", curves);
  await noteLineage(run, "win_curve", "pipelines/win-curve.ts", ["win_curve_age"]);
  progress.step("win_curve", curves.length);
}

/** One row per whole week of age up to the oldest deal of the cohort. */
function curveOf(rows: readonly AgeRow[]) {
  const [first] = rows;
  if (first === undefined) return [];
  const { entity_type, entity_id, cohort, cohort_start } = first;
  const points = cumulativeIncidence(rows.map(countOf));
  const count_deals = rows.reduce((sum, row) => sum + sizeOf(row), 0);
  return weeksOf(points).map(({ point, age_days, at_risk }) => ({
    entity_type,
    entity_id,
    cohort,
    cohort_start,
    age_days,
    won_rate: point.incidence,
    lost_rate: point.competingIncidence,
    lower: point.lower,
    upper: point.upper,
    at_risk,
    count_deals,
  }));
}

const countOf = (row: AgeRow) => ({
  age: row.age_days,
  events: row.won_count,
  competing: row.lost_count,
  censored: row.open_count,
});

const sizeOf = (row: AgeRow) => row.won_count + row.lost_count + row.open_count;

/** The last point by each week's day, and how many deals had reached that day undecided. */
function weeksOf(points: readonly IncidencePoint[]) {
  const weeks = Array.from(
    { length: Math.floor(lastDayOf(points) / 7) + 1 },
    (_, week) => week * 7,
  );
  return weeks.flatMap((age_days) => {
    const point = points.findLast(({ age }) => age <= age_days);
    const next = points.find(({ age }) => age >= age_days);
    // weeks before the youngest age on record tell nothing
    return point ? [{ point, age_days, at_risk: next ? next.atRisk : 0 }] : [];
  });
}

/** The oldest age that is known of; where every deal is decided, nothing changes for the whole year. */
function lastDayOf(points: readonly IncidencePoint[]): number {
  const last = points.at(-1);
  if (last === undefined) return -1;
  const isDecided = last.incidence + last.competingIncidence > 1 - 1e-9;
  return isDecided ? Math.max(last.age, 364) : last.age;
}
