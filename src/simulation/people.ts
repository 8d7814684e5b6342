import type { Day } from "./days.ts";
import { truth } from "./parameters.ts";
import {
  at,
  chance,
  createRandom,
  integer,
  lognormal,
  pick,
  type Random,
  uniform,
} from "./random.ts";
import { recordId } from "./salesforce/ids.ts";
import type { Team } from "./teams.ts";
import { peopleNames } from "./words/people.ts";

export type Role =
  | "account_executive"
  | "account_manager"
  | "sales_engineer"
  | "development_rep"
  | "manager"
  | "director"
  | "vice_president";

/** How a person keeps the CRM, whatever the truth of the deals. */
export type Style = "plain" | "sandbagger" | "happy_ears";

export type RegionName = keyof typeof peopleNames;

/** A stretch of a career: `to` is exclusive, `never` while it lasts. */
export interface Post {
  readonly role: Role;
  readonly region: RegionName;
  readonly team: Team | undefined;
  readonly from: Day;
  to: Day;
}

export interface Person {
  readonly index: number;
  readonly id: string;
  /** Salesforce's; other layouts number people by their index. */
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Latent; the median rep's is 1. */
  readonly skill: number;
  readonly rampMonths: number;
  readonly style: Style;
  readonly posts: Post[];
}

/** Later than any day that is simulated. */
export const never: Day = 45_000;

export interface Directory {
  readonly people: Person[];
  hire(post: Post): Person;
}

/** Everyone who ever worked in sales, in the order of hiring. */
export function createDirectory(seed: number): Directory {
  const people: Person[] = [];
  const emails = new Map<string, number>();
  return {
    people,
    hire(post) {
      const person = createPerson(seed, people.length, post, emails);
      people.push(person);
      return person;
    },
  };
}

function createPerson(
  seed: number,
  index: number,
  post: Post,
  emails: Map<string, number>,
): Person {
  const random = createRandom(seed, "person", index);
  const names = peopleNames[post.region];
  // spread over the list, so that a team isn't all of one name
  const firstName = at(names.first, (index * 11 + integer(random, 0, 4)) % names.first.length);
  const lastName = pick(random, names.last).replaceAll("-", " ");
  return {
    index,
    id: `P${String(index + 1).padStart(3, "0")}`,
    userId: recordId("User", 4_100 + index * 7),
    firstName,
    lastName,
    email: uniqueEmail(`${firstName}.${lastName}`, emails),
    skill: lognormal(random, 1, truth.skillSpread),
    rampMonths: uniform(random, 4, 10),
    style: drawStyle(random),
    posts: [post],
  };
}

function drawStyle(random: Random): Style {
  if (chance(random, truth.sandbaggers)) return "sandbagger";
  return chance(random, truth.happyEars / (1 - truth.sandbaggers)) ? "happy_ears" : "plain";
}

const foreignLetters: Readonly<Record<string, string>> = { ü: "ue", ö: "oe", ä: "ae", ø: "o" };

function uniqueEmail(name: string, emails: Map<string, number>): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[üöäø]/g, (letter) => foreignLetters[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/[^a-z.]/g, "");
  const count = (emails.get(plain) ?? 0) + 1;
  emails.set(plain, count);
  return `${plain}${count > 1 ? count : ""}@haldensystems.example`;
}

export const lastPost = (person: Person): Post => at(person.posts, person.posts.length - 1);
export const hiredOn = (person: Person): Day => at(person.posts, 0).from;
/** Undefined while employed at the end of the simulation. */
export const leftOn = (person: Person): Day | undefined => {
  const { to } = lastPost(person);
  return to === never ? undefined : to;
};

/** Share of full productivity on a day: a logistic ramp from about 0.2, by latent ramp length. */
export function rampOn(person: Person, day: Day): number {
  const months = (day - hiredOn(person)) / 30.44;
  return 0.2 + 0.8 / (1 + Math.exp(-(months - person.rampMonths * 0.55) / 1.1));
}

export const peopleNamesOf = (region: RegionName) => peopleNames[region];
