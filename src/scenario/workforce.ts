import { monthsBetween } from "../calendar.ts";
import { InputError, nearest } from "../errors.ts";
import type { YearSeller } from "../quota/sales-year.ts";
import type { Newcomer, PlanBase } from "./base.ts";
import type { ScenarioEntry } from "./schema.ts";

/** Place of a month in the planned year; below 0 before it, from 12 on after it. */
const placeIn = ({ yearStart }: PlanBase, month: string) => monthsBetween(yearStart, `${month}-01`);

/**
 * Who is there in the year, from when to when: reps of today less who leaves, and who is hired.
 *
 * @throws InputError for hires outside of the year, and for names that nobody bears
 */
export function staffed(base: PlanBase, scenario: ScenarioEntry): YearSeller[] {
  const ends = new Map(
    (scenario.leavers ?? []).map(({ person, month }) => {
      knownPerson(base, person);
      return [person, Math.min(12, Math.max(0, placeIn(base, month)))];
    }),
  );
  const stayed = base.year.sellers
    .map((seller) => ({ ...seller, to: Math.min(seller.to, ends.get(seller.repId) ?? 12) }))
    .filter(({ from, to }) => from < to);
  return [...stayed, ...hired(base, scenario)];
}

function hired(base: PlanBase, { hires = [] }: ScenarioEntry): YearSeller[] {
  const counts = new Map<string, number>();
  return hires.flatMap(({ month, team, role, count }) => {
    const from = placeIn(base, month);
    if (from < 0 || from > 11) throw outside(base, month, from);
    const place = placeOfTeam(base, team);
    const newcomer = newcomerOf(base, role);
    return Array.from({ length: count }, () => {
      const number = (counts.get(team) ?? 0) + 1;
      counts.set(team, number);
      return newSeller({ repId: `hire ${number}, ${team}`, from, newcomer, ...place });
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

function outside(base: PlanBase, month: string, from: number): InputError {
  const side = from < 0 ? "before the year starts" : "after the year ends";
  return new InputError(`hire ${side}: ${month}`, {
    remedy: `${base.label} begins on ${base.yearStart}: who is hired before is in the roster.`,
  });
}

function placeOfTeam({ year }: PlanBase, team: string) {
  const member = year.sellers.find(({ teamId }) => teamId === team);
  if (member) return { teamId: member.teamId, regionId: member.regionId };
  const teams = [...new Set(year.sellers.map(({ teamId }) => teamId))];
  throw unknown("team", team, teams);
}

function newcomerOf({ newcomers }: PlanBase, role: string): Newcomer {
  const known = newcomers.find((one) => one.role === role);
  if (known) return known;
  throw unknown(
    "role",
    role,
    newcomers.map((one) => one.role),
  );
}

/** @throws InputError where nobody of the plan bears the id */
export function knownPerson({ year }: PlanBase, person: string): void {
  const ids = year.sellers.map(({ repId }) => repId);
  if (!ids.includes(person)) throw unknown("person", person, ids);
}

function unknown(what: string, name: string, known: readonly string[]): InputError {
  const near = nearest(name, known);
  const some = known.slice(0, 8).join(", ");
  return new InputError(`unknown ${what}: ${name}`, {
    remedy: near ? `Did you mean "${near}"?` : `One is ${some}${known.length > 8 ? ", …" : ""}.`,
  });
}
