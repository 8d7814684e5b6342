import type { CrmIds } from "./crm.ts";
import { field } from "./csv.ts";
import { dateText } from "./days.ts";
import { type Assignment, assignmentsOf, type Organisation } from "./organisation.ts";
import { hiredOn, leftOn, type Person, type Role } from "./people.ts";
import { createRandom, uniform } from "./random.ts";

const rosterHeader =
  "person_id,name,email,crm_user_id,role,team,region,manager_id,hired_on,left_on,on_target_earnings,variable_share,currency,effective_from,recorded_on";

/** Yearly on-target earnings in the currency of the region, and the variable share of them. */
const pay: Readonly<Record<Role, readonly [number, number]>> = {
  account_executive: [220_000, 0.5],
  account_manager: [170_000, 0.35],
  sales_engineer: [190_000, 0.2],
  development_rep: [85_000, 0.3],
  manager: [280_000, 0.45],
  director: [340_000, 0.45],
  vice_president: [460_000, 0.5],
};
const commercialPay = 0.78;

/** The roster: a line for each person, and a new one when team, role or manager changes. */
export function rosterLines(organisation: Organisation, seed: number, ids: CrmIds): string[] {
  const lines = organisation.people.flatMap((person) => {
    const level = uniform(createRandom(seed, "pay", person.index), 0.88, 1.14);
    return assignmentsOf(person, organisation).map((job) =>
      rosterLine(person, ids.user(person), job, level),
    );
  });
  return [rosterHeader, ...lines];
}

function rosterLine(person: Person, userId: string, job: Assignment, level: number): string {
  const { role, team, region, manager, from } = job;
  const [earnings, variable] = pay[role];
  const isCommercial = team?.kind === "commercial" && role === "account_executive";
  const left = leftOn(person);
  return [
    person.id,
    field(`${person.firstName} ${person.lastName}`),
    person.email,
    userId,
    role,
    team?.name ?? "",
    region,
    manager?.id ?? "",
    dateText(hiredOn(person)),
    left === undefined ? "" : dateText(left),
    Math.round((earnings * level * (isCommercial ? commercialPay : 1)) / 1000) * 1000,
    variable,
    region === "EMEA" ? "EUR" : "USD",
    dateText(from),
    dateText(from),
  ].join();
}
