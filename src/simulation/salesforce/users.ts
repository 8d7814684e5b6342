import { field } from "../csv.ts";
import { type Day, type Instant, instantText, secondsPerDay } from "../days.ts";
import { type Assignment, assignmentsOf, type Organisation } from "../organisation.ts";
import { hiredOn, leftOn, type Person, type Role } from "../people.ts";
import { at } from "../random.ts";
import type { SalesforceExports } from "./exports.ts";
import { recordId } from "./ids.ts";

export const userHeader = [
  "Id",
  "Username",
  "FirstName",
  "LastName",
  "Name",
  "Email",
  "Title",
  "Department",
  "IsActive",
  "ManagerId",
  "UserRoleId",
  "EmployeeNumber",
  "ForecastEnabled",
  "TimeZoneSidKey",
  "CreatedDate",
  "SystemModstamp",
] as const;
export const userRoleHeader = [
  "Id",
  "Name",
  "ParentRoleId",
  "DeveloperName",
  "SystemModstamp",
] as const;

export const titles: Readonly<Record<Role, string>> = {
  account_executive: "Account Executive",
  account_manager: "Account Manager",
  sales_engineer: "Sales Engineer",
  development_rep: "Business Development Rep",
  manager: "Sales Manager",
  director: "Regional Sales Director",
  vice_president: "VP Sales",
};
const zones = {
  Americas: "America/New_York",
  EMEA: "Europe/Berlin",
  "Asia Pacific": "Asia/Singapore",
} as const;

/** Users are set up at 14:00 UTC, and switched off then on the day after their last. */
const setUpAt = (day: Day): Instant => day * secondsPerDay + 14 * 3600;

/** Writes everybody's user record as posts, managers and employment change. */
export function writeUsers(exports: SalesforceExports, organisation: Organisation): void {
  for (const person of organisation.people) {
    const jobs = assignmentsOf(person, organisation);
    const left = leftOn(person);
    const days = [...jobs.map(({ from }) => from), ...(left === undefined ? [] : [left])];
    exports.record("User", days.map(setUpAt), (version) => {
      const job = at(jobs, Math.min(version, jobs.length - 1));
      return userRow(person, job, setUpAt(at(days, version)), version < jobs.length);
    });
  }
}

function userRow(person: Person, job: Assignment, time: Instant, isActive: boolean): string {
  const { firstName, lastName, email } = person;
  return [
    person.userId,
    email,
    field(firstName),
    field(lastName),
    field(`${firstName} ${lastName}`),
    email,
    titles[job.role],
    "Sales",
    isActive,
    job.manager?.userId ?? "",
    roleId(job),
    person.id,
    job.role !== "sales_engineer" && job.role !== "development_rep",
    zones[job.region],
    instantText(setUpAt(hiredOn(person))),
    instantText(time),
  ].join();
}

const roleNumbers = { vice_president: 0, director: 1, manager: 2 } as const;

function roleId({ role, team, region }: Assignment): string {
  const place = regions.indexOf(region);
  if (role === "vice_president") return recordId("UserRole", 100);
  if (role === "director") return recordId("UserRole", 101 + place);
  const level = role in roleNumbers ? 0 : 1;
  return recordId("UserRole", 110 + (team?.index ?? 0) * 2 + level);
}

const regions: readonly string[] = ["Americas", "EMEA", "Asia Pacific"];

/** The role hierarchy: vice president, directors, managers, reps. */
export function writeUserRoles(
  exports: SalesforceExports,
  organisation: Organisation,
  start: Day,
): void {
  const time = setUpAt(start - 400);
  const write = (number: number, name: string, parent: number | undefined) =>
    exports.append("UserRole", time, () =>
      [
        recordId("UserRole", number),
        name,
        parent === undefined ? "" : recordId("UserRole", parent),
        name.replaceAll(/\W+/g, "_"),
        instantText(time),
      ].join(),
    );
  write(100, "VP Sales", undefined);
  for (const region of organisation.directors.keys()) {
    write(101 + regions.indexOf(region), `Director ${region}`, 100);
  }
  for (const { index, name, region } of organisation.teams) {
    write(110 + index * 2, `Manager ${name}`, 101 + regions.indexOf(region));
    write(111 + index * 2, `Rep ${name}`, 110 + index * 2);
  }
}
