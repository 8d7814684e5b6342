import type { Day } from "./days.ts";
import {
  createDirectory,
  type Directory,
  never,
  type Person,
  type RegionName,
  type Role,
} from "./people.ts";
import { createRandom, integer, type Random } from "./random.ts";
import { staffTeams } from "./staffing.ts";
import { createTeams, managerOn, type Team, type TeamOptions } from "./teams.ts";

export interface Organisation {
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly vicePresident: Person;
  readonly directors: ReadonlyMap<RegionName, Person>;
}

/** Regions, teams, managers and everybody who ever sat in them. */
export function createOrganisation(options: TeamOptions): Organisation {
  const { seed, start, asOf } = options;
  const directory = createDirectory(seed);
  const teams = createTeams(options);
  const random = createRandom(seed, "leaders");
  const before = () => start - integer(random, 300, 2600);
  const vicePresident = directory.hire(leaderPost("vice_president", "Americas", before()));
  const directors = new Map<RegionName, Person>();
  for (const { region } of teams) {
    if (directors.has(region)) continue;
    directors.set(region, directory.hire(leaderPost("director", region, before())));
  }
  for (const team of teams) leadTeam(team, directory, before());
  staffTeams({ directory, teams, seed, start, asOf });
  for (const team of teams) supportTeam(team, directory, random, start);
  return { people: directory.people, teams, vicePresident, directors };
}

const leaderPost = (role: Role, region: RegionName, from: Day) => ({
  role,
  region,
  team: undefined,
  from,
  to: never,
});

function leadTeam(team: Team, directory: Directory, from: Day): void {
  const post = { role: "manager" as const, region: team.region, team, from, to: never };
  team.managers.push({ person: directory.hire(post), from: 0 });
}

/** A sales engineer and a development rep a team; they carry no quota. */
function supportTeam(team: Team, directory: Directory, random: Random, start: Day): void {
  const post = (role: Role) => ({
    role,
    region: team.region,
    team,
    from: start + integer(random, -900, 200),
    to: never,
  });
  team.engineers.push(directory.hire(post("sales_engineer")));
  team.developmentReps.push(directory.hire(post("development_rep")));
}

/** A person's job and manager over a stretch of days; `to` exclusive. */
export interface Assignment {
  readonly role: Role;
  readonly region: RegionName;
  readonly team: Team | undefined;
  readonly manager: Person | undefined;
  readonly from: Day;
  readonly to: Day;
}

/** A career as the personnel file keeps it: a new line for each new post or new manager. */
export function assignmentsOf(person: Person, organisation: Organisation): Assignment[] {
  return person.posts.flatMap((post) => {
    const starts = [post.from, ...managerChanges(post)];
    return starts.map((from, index) => ({
      ...post,
      manager: managerFor(post, organisation, from),
      from,
      to: starts[index + 1] ?? post.to,
    }));
  });
}

const managerChanges = ({ team, role, from, to }: Person["posts"][number]): Day[] =>
  role === "manager" || !team
    ? []
    : team.managers.map((term) => term.from).filter((day) => day > from && day < to);

function managerFor(post: Person["posts"][number], organisation: Organisation, day: Day) {
  if (post.role === "vice_president") return undefined;
  if (post.role === "director") return organisation.vicePresident;
  if (post.role === "manager" || !post.team) return organisation.directors.get(post.region);
  return managerOn(post.team, day);
}
