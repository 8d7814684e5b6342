import { drawCount, drawnYears } from "../quota/draws.ts";
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

/** What reps book in each drawn year, and the share of it that isn't lost with reps who leave. */
interface Drawn {
  readonly drawn: ReadonlyMap<string, Float64Array>;
  readonly kept: number;
}

/** Company, regions and teams with the chance that each makes its quota. */
export function groupsOf(
  reps: readonly PlannedRep[],
  { company, year, totals, attrition }: GroupOptions,
): PlannedGroup[] {
  const luck = {
    drawn: new Map(reps.map((rep) => [rep.repId, drawnRep(rep, year)])),
    kept: survivalOf(attrition, 6),
  };
  const regions = levelQuotas(reps, ({ regionId }) => regionId, totals.region);
  const teams = levelQuotas(reps, ({ teamId }) => teamId, totals.team);
  const byRegion = grouped(reps, ({ regionId }) => regionId);
  const byTeam = grouped(reps, ({ teamId }) => teamId);
  return [
    groupOf({ level: "company", id: company, quota: totals.company }, reps, luck),
    ...regions.map(({ group: id, quota }) =>
      groupOf({ level: "region", id, quota }, byRegion.get(id) ?? [], luck),
    ),
    ...teams.map(({ group: id, quota }) =>
      groupOf({ level: "team", id, quota }, byTeam.get(id) ?? [], luck),
    ),
  ];
}

const drawnRep = ({ repId, production }: PlannedRep, { uncertainty }: SalesYear): Float64Array =>
  drawnYears({ repId, production, common: uncertainty.common });

function groupOf(
  { level, id, quota }: Pick<PlannedGroup, "level" | "id" | "quota">,
  reps: readonly PlannedRep[],
  { drawn, kept }: Drawn,
): PlannedGroup {
  const booked = new Float64Array(drawCount);
  for (const { repId } of reps) {
    const years = drawn.get(repId) as Float64Array;
    for (let draw = 0; draw < drawCount; draw++)
      booked[draw] = (booked[draw] as number) + (years[draw] as number);
  }
  return {
    level,
    id,
    quota,
    carried: sum(reps.map((rep) => rep.quota)),
    expected: Math.round(sum(reps.map(({ production }) => production.mean))),
    reps: reps.length,
    odds: booked.filter((year) => year * kept >= quota).length / drawCount,
    shareAtQuota: shareAtQuota(reps),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
