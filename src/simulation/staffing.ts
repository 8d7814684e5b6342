import type { Day } from "./days.ts";
import { truth } from "./parameters.ts";
import { type Directory, lastPost, never, type Person, type Role } from "./people.ts";
import { chance, createRandom, exponential, integer, type Random, uniform } from "./random.ts";
import { holderOn, managerOn, type Seat, type Team } from "./teams.ts";

interface Staffing {
  readonly directory: Directory;
  readonly teams: readonly Team[];
  readonly start: Day;
  readonly asOf: Day;
  readonly random: Random;
  /** What happens on each day from `start` on. */
  readonly agenda: (() => void)[][];
}

export interface StaffingOptions {
  readonly directory: Directory;
  readonly teams: readonly Team[];
  readonly seed: number;
  readonly start: Day;
  readonly asOf: Day;
}

/** Fills the seats from the first day to the as-of date: hires, leavers, moves, new managers. */
export function staffTeams({ seed, ...options }: StaffingOptions): void {
  const agenda = Array.from({ length: options.asOf - options.start + 1 }, () => []);
  const staffing: Staffing = { ...options, random: createRandom(seed, "staffing"), agenda };
  for (const team of options.teams) {
    for (const seat of team.seats) {
      if (seat.opens === 0) occupy(staffing, seat, hireBefore(staffing, seat), options.start);
      else plan(staffing, seat.opens, () => fill(staffing, seat, seat.opens));
    }
    planNewManager(staffing, team);
  }
  for (const entries of staffing.agenda) for (const entry of entries) entry();
}

function plan({ agenda, start, asOf }: Staffing, day: Day, entry: () => void): void {
  if (day <= asOf) agenda[day - start]?.push(entry);
}

function hireBefore({ directory, random, start }: Staffing, seat: Seat): Person {
  return directory.hire(newPost(seat, start - integer(random, 30, 1900)));
}

const newPost = ({ role, team }: Seat, from: Day) => ({
  role: role as Role,
  region: team.region,
  team,
  from,
  to: never,
});

/** A seat that is free goes to somebody from another team now and then, or to a new hire. */
function fill(staffing: Staffing, seat: Seat, day: Day): void {
  const mover = chance(staffing.random, 0.14) ? findMover(staffing, seat, day) : undefined;
  if (!mover) {
    occupy(staffing, seat, staffing.directory.hire(newPost(seat, day)), day);
    return;
  }
  const person = mover.occupant;
  vacate(staffing, mover, day);
  if (!person) return;
  person.posts.push(newPost(seat, day));
  occupy(staffing, seat, person, day);
}

function findMover({ teams, random }: Staffing, seat: Seat, day: Day): Seat | undefined {
  const candidates = teams
    .filter((team) => team !== seat.team && team.region === seat.team.region)
    .flatMap((team) => team.seats)
    .filter(({ occupant, role }) => occupant && role === seat.role && isSettled(occupant, day));
  return candidates[Math.floor(random() * candidates.length)];
}

const isSettled = (person: Person, day: Day) => day - lastPost(person).from > 500;

/** Weak reps leave sooner. */
function occupy(staffing: Staffing, seat: Seat, person: Person, day: Day): void {
  seat.occupant = person;
  seat.coverage.push({ person, from: seat.coverage.length === 0 ? 0 : day });
  const mean = truth.meanTenureYears * 365 * person.skill ** 1.3;
  const leaves = day + 150 + Math.round(exponential(staffing.random, mean));
  plan(staffing, leaves, () => {
    if (seat.occupant === person) vacate(staffing, seat, leaves);
  });
}

function vacate(staffing: Staffing, seat: Seat, day: Day): void {
  const { occupant } = seat;
  if (!occupant) return;
  lastPost(occupant).to = day;
  seat.occupant = undefined;
  seat.coverage.push({ person: managerOn(seat.team, day), from: day });
  const filled = day + integer(staffing.random, 14, 75);
  plan(staffing, filled, () => fill(staffing, seat, filled));
}

/** Every third team gets a new manager midway: its best account executive is promoted. */
function planNewManager(staffing: Staffing, team: Team): void {
  if (team.index % 3 !== 1) return;
  const { start, asOf, random } = staffing;
  const day = Math.round(start + (asOf - start) * uniform(random, 0.4, 0.8));
  plan(staffing, day, () => {
    lastPost(managerOn(team, day)).to = day;
    team.managers.push({ person: newManager(staffing, team, day), from: day });
    for (const seat of team.seats) {
      if (!seat.occupant) seat.coverage.push({ person: managerOn(team, day), from: day });
    }
  });
}

function newManager(staffing: Staffing, team: Team, day: Day): Person {
  const post = { role: "manager" as const, region: team.region, team, from: day, to: never };
  const [best] = team.seats
    .filter(
      ({ occupant, role }) => occupant && role === "account_executive" && isSettled(occupant, day),
    )
    .sort((a, b) => holderOn(b, day).skill - holderOn(a, day).skill || a.index - b.index);
  const promoted = best?.occupant;
  if (!best || !promoted) return staffing.directory.hire(post);
  vacate(staffing, best, day);
  promoted.posts.push(post);
  return promoted;
}
