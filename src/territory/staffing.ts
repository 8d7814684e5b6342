import { grouped } from "../statistics/grouped.ts";
import { hint } from "./findings.ts";
import type { TerritoryFinding, TerritoryPerson, TerritoryPlan } from "./plan.ts";

/** Whom an account goes to; null where it goes to nobody. */
interface Placed {
  readonly repId: string | null;
}

/**
 * Reps whose work it is to carry accounts and who have neither a territory nor an account, and
 * teams of territories in which nobody is who could. A plan in which nobody of a role has anything
 * isn't about that role, and leaves none of them out.
 */
export function staffingFindings(
  plan: TerritoryPlan,
  people: readonly TerritoryPerson[],
  assignments: readonly Placed[],
): TerritoryFinding[] {
  const carriers = people.filter(({ isCarrier }) => isCarrier);
  return [...emptyTeams(plan, carriers), ...leftOut(plan, carriers, assignments)];
}

function emptyTeams(
  { territories }: TerritoryPlan,
  carriers: readonly TerritoryPerson[],
): TerritoryFinding[] {
  const staffed = [...new Set(carriers.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
  return [...grouped(territories, ({ team }) => team)].flatMap(([team, [first]]) => {
    if (team === null || first === undefined || staffed.includes(team)) return [];
    const detail = `the team has the territory ${first.name}, but nobody to carry it${hint(team, staffed)}`;
    return [{ kind: "empty_team", subject: team, line: first.line, detail }];
  });
}

function leftOut(
  { territories }: TerritoryPlan,
  carriers: readonly TerritoryPerson[],
  assignments: readonly Placed[],
): TerritoryFinding[] {
  const holders = new Set([
    ...territories.map(({ owner }) => owner),
    ...assignments.map(({ repId }) => repId),
  ]);
  const planned = new Set(carriers.filter(({ id }) => holders.has(id)).map(({ role }) => role));
  return carriers
    .filter(({ id, role }) => !holders.has(id) && planned.has(role))
    .map(({ id, name }) => ({
      kind: "rep_without_territory",
      subject: id,
      line: null,
      detail: `${name} has no territory and no account`,
    }));
}
