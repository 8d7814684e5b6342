import { html } from "npm:htl";
import { emphasise } from "../frame/html.js";
import { formatDate, formatPlural, formatRate } from "../src/format.js";
import { repAddress, teamAddress } from "./drill.js";
import { factList } from "./facts.js";

/** A rep as the pages of reps and teams know them. */
export interface Person {
  readonly rep_id: string;
  readonly name: string;
  readonly role: string | null;
  readonly role_label: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly manager_id: string | null;
  readonly manager: string | null;
  readonly hired_on: string | null;
  readonly left_on: string | null;
  readonly is_active: boolean;
  readonly tenure_months: number | null;
  readonly month_of_service: number | null;
  /** Share of a full quota that the company's ramp gives in this month of service; null after it. */
  readonly ramp_share: number | null;
  /** How long the company's ramp is; null without one. */
  readonly ramp_months: number | null;
  /** The first day of the first quarter with a quota; null for who never has one. */
  readonly first_quota: string | null;
  readonly sentence: string;
}

export interface Team {
  readonly team_id: string;
  readonly region_id: string | null;
  readonly manager_id: string | null;
  readonly manager: string | null;
  readonly count_active: number;
  readonly sentence: string;
}

/** A span of dates in one team, under one manager. */
export interface Assignment {
  readonly rep_id: string;
  readonly name: string;
  readonly team_id: string;
  readonly region_id: string;
  readonly role: string | null;
  readonly manager: string | null;
  /** The day of hiring where no earlier place is on record; null where that is unknown too. */
  readonly valid_from: string | null;
  /** The day of leaving, or of the next place; null who is there and who left on an unknown day. */
  readonly valid_to: string | null;
  readonly is_active: boolean;
  readonly known_from: string | null;
}

/** Puts a sentence of the one that was asked for in the place of the page's general answer. */
export function answerWith(heading: string, sentence: string): void {
  const [question, answer] = [document.querySelector("h1"), document.querySelector("p.answer")];
  if (question) question.textContent = heading;
  // escapes what isn't a figure
  if (answer) answer.innerHTML = emphasise(sentence);
}

/** What stands for no team. */
export const unknownTeam = "unassigned";

/** Who a rep is. */
export function personFacts(person: Person): HTMLElement {
  const facts: [string, string | HTMLElement][] = [
    ["Role", person.role_label || "–"],
    [
      "Team",
      person.team_id === unknownTeam ? "none" : linked(person.team_id, teamAddress(person.team_id)),
    ],
    ["Region", person.region_id === unknownTeam ? "none" : person.region_id],
    ["Manager", managerOf(person)],
    ["Hired", person.hired_on === null ? "not on file" : formatDate(person.hired_on)],
    [person.left_on === null ? "Tenure" : "Stayed", tenureWords(person.tenure_months)],
    ...rampFact(person),
    ...(person.left_on === null ? [] : [["Left", formatDate(person.left_on)] as [string, string]]),
  ];
  return factList(facts);
}

/** What a team is. */
export const teamFacts = (team: Team): HTMLElement =>
  factList([
    ["Region", team.region_id ?? "–"],
    ["Manager", managerOf(team)],
    ["People today", String(team.count_active)],
  ]);

const linked = (name: string, href: string): HTMLElement => html`<a href=${href}>${name}</a>`;

function managerOf({ manager, manager_id }: Pick<Person, "manager" | "manager_id">) {
  if (manager === null) return manager_id ?? "none on file";
  return manager_id === null ? manager : linked(manager, repAddress(manager_id));
}

/** A new rep's months say more than years. */
function tenureWords(months: number | null): string {
  if (months === null) return "not on file";
  if (months < 24) return formatPlural(Math.floor(months), "month");
  return formatPlural(Math.floor(months / 12), "year");
}

/** How far a rep who is there is into the company's ramp. */
function rampFact(person: Person): [string, string][] {
  const { left_on, month_of_service, ramp_share, ramp_months } = person;
  if (left_on !== null || month_of_service === null || ramp_months === null) return [];
  if (ramp_share === null) return [["Ramp", `over after ${formatPlural(ramp_months, "month")}`]];
  return [
    [
      "Ramp",
      `month ${month_of_service} of ${ramp_months}, ${formatRate(ramp_share)} of a full quota`,
    ],
  ];
}
