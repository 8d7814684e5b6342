import type { Day } from "./days.ts";
import type { Fiscal } from "./fiscal.ts";
import { truth } from "./parameters.ts";
import type { Person, RegionName } from "./people.ts";
import { at, chance, createRandom, integer, type Random, uniform } from "./random.ts";

/** Who holds something from a day on. */
export interface Term {
  readonly person: Person;
  readonly from: Day;
}

/** A place on a team that carries a quota; people come and go. */
export interface Seat {
  readonly index: number;
  readonly team: Team;
  readonly role: "account_executive" | "account_manager";
  readonly opens: Day;
  /** Who owns the seat's deals, its manager while it is vacant; ascending. */
  readonly coverage: Term[];
  occupant: Person | undefined;
}

export type TeamKind = "enterprise" | "commercial" | "mixed";

export interface Team {
  readonly index: number;
  readonly name: string;
  readonly region: RegionName;
  readonly kind: TeamKind;
  readonly seats: Seat[];
  readonly managers: Term[];
  readonly engineers: Person[];
  readonly developmentReps: Person[];
}

const seatsPerTeam = 7.5;
const managersShare = 0.25;
const teamNames: Readonly<Record<RegionName, readonly (readonly [string, TeamKind])[]>> = {
  Americas: [
    ["Enterprise East", "enterprise"],
    ["Commercial Americas", "commercial"],
    ["Enterprise West", "enterprise"],
  ],
  EMEA: [
    ["Enterprise EMEA", "enterprise"],
    ["Commercial EMEA", "commercial"],
  ],
  "Asia Pacific": [["Asia Pacific", "mixed"]],
};
/** Regions in the order in which teams are founded. */
const founding: readonly RegionName[] = [
  "Americas",
  "Americas",
  "EMEA",
  "EMEA",
  "Asia Pacific",
  "Americas",
];

export interface TeamOptions {
  readonly reps: number;
  readonly seed: number;
  readonly start: Day;
  readonly asOf: Day;
  readonly fiscal: Fiscal;
}

/** Teams with their seats, nobody hired yet. */
export function createTeams(options: TeamOptions): Team[] {
  const count = Math.max(1, Math.round(options.reps / seatsPerTeam));
  const teams = Array.from({ length: count }, (_, index) => createTeam(index));
  for (let index = 0; index < options.reps; index++) {
    addSeat(at(teams, index % count), index, options);
  }
  return teams;
}

function createTeam(index: number): Team {
  const region = at(founding, index % founding.length);
  const round = Math.floor(index / founding.length);
  const before = founding.slice(0, index % founding.length).filter((name) => name === region);
  const [name, kind] = at(teamNames[region], before.length);
  return {
    index,
    name: round === 0 ? name : `${name} ${round + 1}`,
    region,
    kind,
    seats: [],
    managers: [],
    engineers: [],
    developmentReps: [],
  };
}

/** Every fourth seat of a team is an account manager's; a team opens with one of each. */
function addSeat(team: Team, index: number, options: TeamOptions): void {
  const place = team.seats.length;
  const random = createRandom(options.seed, "seat", index);
  const isManager = place % Math.round(1 / managersShare) === 1;
  const isFirst = place < 2 || chance(random, truth.openingSeats - 0.05);
  team.seats.push({
    index,
    team,
    role: isManager ? "account_manager" : "account_executive",
    opens: isFirst ? 0 : openingDay(random, options),
    coverage: [],
    occupant: undefined,
  });
}

/** Seats open mostly in the first weeks of a fiscal year, when the budget is new. */
function openingDay(random: Random, { start, asOf, fiscal }: TeamOptions): Day {
  const day = Math.round(uniform(random, start + 100, asOf - 150));
  if (chance(random, 0.35)) return day;
  return Math.min(fiscal.yearStart(fiscal.yearOf(day) + 1) + integer(random, 0, 40), asOf - 100);
}

/** Who manages a team on a day. */
export const managerOn = (team: Team, day: Day): Person => termOn(team.managers, day).person;

/** The term that holds on a day; the first one for days before it. */
function termOn(terms: readonly Term[], day: Day): Term {
  let found = at(terms, 0);
  for (const term of terms) if (term.from <= day) found = term;
  return found;
}

/** The holder of a seat on a day. */
export const holderOn = (seat: Seat, day: Day): Person => termOn(seat.coverage, day).person;

/** Terms that begin after one day and up to another, as changes of hands. */
export const handovers = (seat: Seat, after: Day, until: Day): Term[] =>
  seat.coverage.filter((term) => term.from > after && term.from <= until);
