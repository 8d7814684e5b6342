import { monthsBetween } from "../calendar.ts";
import type { YearSeller } from "../quota/sales-year.ts";
import type { Newcomer, PlanBase } from "./base.ts";
import type { ScenarioEntry } from "./schema.ts";

/** Place of a month in the planned year; below 0 before it, from 12 on after it. */
const placeIn = ({ yearStart }: PlanBase, month: string) => monthsBetween(yearStart, `${month}-01`);

/** Who is there in the year, from when to when: reps of today less who leaves, and who is hired. */
export function staffed(base: PlanBase, scenario: ScenarioEntry): YearSeller[] {
  const ends = new Map(
    (scenario.leavers ?? []).map(({ person, month }) => [
      person,
      Math.min(12, Math.max(0, placeIn(base, month))),
    ]),
  );
  const stayed = base.year.sellers
    .map((seller) => ({ ...seller, to: Math.min(seller.to, ends.get(seller.repId) ?? 12) }))
    .filter(({ from, to }) => from < to);
  return [...stayed, ...hired(base, scenario)];
}

function hired(base: PlanBase, { hires = [] }: ScenarioEntry): YearSeller[] {
  const counts = new Map<string, number>();
  return hires.flatMap(({ month, team, role, count }) => {
    const peer = base.year.sellers.find(({ teamId }) => teamId === team);
    const newcomer = base.newcomers.find((one) => one.role === role);
    if (!peer || !newcomer) throw new Error(`hire of an unchecked team or role: ${team}, ${role}`);
    return Array.from({ length: count }, () => {
      const number = (counts.get(team) ?? 0) + 1;
      counts.set(team, number);
      return newSeller({
        repId: `hire ${number}, ${team}`,
        from: placeIn(base, month),
        newcomer,
        teamId: team,
        regionId: peer.regionId,
      });
    });
  });
}

function newSeller({
  repId,
  from,
  newcomer,
  teamId,
  regionId,
}: {
  readonly repId: string;
  readonly from: number;
  readonly newcomer: Newcomer;
  readonly teamId: string;
  readonly regionId: string;
}): YearSeller {
  return {
    repId,
    role: newcomer.role,
    teamId,
    regionId,
    service: -from,
    from,
    to: 12,
    full: newcomer.full,
    ratioVariance: newcomer.ratioVariance,
    priorQuota: null,
    earnings: newcomer.earnings,
    locked: null,
    basis: { priorYear: null, trailing: null, potential: null },
  };
}
