import type { QuarterStanding } from "../../src/narrative/people.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { historyNote } from "./deal-history.ts";
import { quarterStandings } from "./quarter-standing.ts";
import { readMetrics, readReport } from "./reading.ts";
import { type ScoreRow, scoredMetrics } from "./scorecard.ts";
import { scoredPeriods } from "./scored-periods.ts";
import { goalsUnderWay } from "./standing.ts";

export interface PersonRow {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly team_id: string;
  readonly region_id: string;
  readonly hired_on: string | null;
  readonly left_on: string | null;
  readonly is_active: boolean;
  readonly first_quota: string | null;
}

/** What the pages of reps and teams both hold: definitions, periods, moves, goals and where history comes from. */
export async function sharedBody(
  warehouse: Warehouse,
  entityType: "rep" | "team",
  scores: readonly ScoreRow[],
) {
  const metrics = await readMetrics(warehouse);
  const periods = await scoredPeriods(warehouse, scores);
  const quarter = periods.find((row) => row.period === "quarter" && row.is_current);
  const standings: ReadonlyMap<string, QuarterStanding> = quarter
    ? quarterStandings(scores, entityType, quarter)
    : new Map();
  const body = {
    metrics: scoredMetrics(metrics, scores),
    periods,
    assignments: await readReport(warehouse, "assignment"),
    goals: await goalsUnderWay(warehouse, metrics),
    history: await historyNote(warehouse),
  };
  return { body, standings, quarter };
}
