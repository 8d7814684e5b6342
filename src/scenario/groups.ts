import { drawnYears } from "../quota/draws.ts";
import { type LevelTotals, levelQuotas } from "../quota/levels.ts";
import type { SalesYear } from "../quota/sales-year.ts";
import { grouped } from "../statistics/grouped.ts";
import { survivalOf } from "./capacity.ts";
import { type PlannedGroup, type PlannedRep, shareAtQuota } from "./planned.ts";

interface GroupOptions {
  readonly company: string;
  readonly year: SalesYear;
  readonly totals: LevelTotals;
  /** Share of reps who leave within the year. */
  readonly attrition: number;
}

/** Company, regions and teams with the chance that each makes its quota. */
export function groupsOf(
  reps: readonly PlannedRep[],
  { company, year, totals, attrition }: GroupOptions,
): PlannedGroup[] {
  const drawn = new Map(reps.map((rep) => [rep.repId, drawnRep(rep, year, attrition)]));
  const regions = levelQuotas(reps, ({ regionId }) => regionId, totals.region);
  const teams = levelQuotas(reps, ({ teamId }) => teamId, totals.team);
  const byRegion = grouped(reps, ({ regionId }) => regionId);
  const byTeam = grouped(reps, ({ teamId }) => teamId);
  return [
    groupOf("company", company, totals.company, reps, drawn),
    ...regions.map(({ group, quota }) =>
      groupOf("region", group, quota, byRegion.get(group) ?? [], drawn),
    ),
    ...teams.map(({ group, quota }) =>
      groupOf("team", group, quota, byTeam.get(group) ?? [], drawn),
    ),
  ];
}

/** A rep's drawn years, less what is lost with reps who leave. */
function drawnRep(rep: PlannedRep, { uncertainty }: SalesYear, attrition: number): Float64Array {
  const { repId, production } = rep;
  const kept = survivalOf(attrition, 6);
  return drawnYears({ repId, production, common: uncertainty.common }).map((year) => year * kept);
}

function groupOf(
  level: PlannedGroup["level"],
  id: string,
  quota: number,
  reps: readonly PlannedRep[],
  drawn: ReadonlyMap<string, Float64Array>,
): PlannedGroup {
  const years = reps.map(({ repId }) => drawn.get(repId) ?? new Float64Array());
  const draws = years[0]?.length ?? 0;
  let attained = 0;
  for (let draw = 0; draw < draws; draw++) {
    let booked = 0;
    for (const year of years) booked += year[draw] as number;
    if (booked >= quota) attained += 1;
  }
  return {
    level,
    id,
    quota,
    carried: sum(reps.map((rep) => rep.quota)),
    expected: Math.round(sum(reps.map(({ production }) => production.mean))),
    reps: reps.length,
    odds: draws === 0 ? 0 : attained / draws,
    shareAtQuota: shareAtQuota(reps),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
