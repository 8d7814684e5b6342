import type { Closed } from "../results.ts";
import { type QuotaOptions, sum } from "../targets.ts";
import { managerOn, type Team } from "../teams.ts";
import type { Goal } from "./goal.ts";

/** What goals of a year are measured by: how its deals went the year before. */
export interface Scope {
  readonly options: QuotaOptions;
  readonly year: number;
}

/** Whose a goal is. */
export type Whose = Pick<Goal, "entity" | "entity_type" | "owner">;

/** The company's goal is its vice president's. */
export const ofCompany = ({ options: { company, organisation } }: Scope): Whose => ({
  entity: company,
  entity_type: "company",
  owner: organisation.vicePresident.id,
});

/** A team's goal is that of its manager before the year. */
export const ofTeam = ({ options, year }: Scope, team: Team): Whose => ({
  entity: team.name,
  entity_type: "team",
  owner: managerOn(team, options.fiscal.yearStart(year) - 6).id,
});

/** What teams' seats closed in the year before. */
export function closedBefore({ options, year }: Scope, teams: readonly Team[]): Closed {
  const { fiscal, results } = options;
  const first = fiscal.quarterOf(fiscal.yearStart(year - 1));
  const cells = teams
    .flatMap(({ seats }) => seats)
    .flatMap(({ index }) => [0, 1, 2, 3].map((q) => results.seatClosed(index, first + q)));
  return {
    deals: sum(cells.map(({ deals }) => deals)),
    won: sum(cells.map(({ won }) => won)),
    wonDays: sum(cells.map(({ wonDays }) => wonDays)),
  };
}
