import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type Grain, periodOf } from "../../../src/calendar.ts";
import type { PlanTerms } from "../../../src/compensation/plan/terms.ts";
import { sampleOptions } from "../../../src/simulation/options.ts";
import { type Files, groupBy, type Row, simulateFiles } from "../company.ts";
import { plansOf } from "./pay.ts";

/** A roster's line on a day, by person; nobody who isn't there yet or has left. */
function employed(people: readonly Row[][], day: string): Row[] {
  return people.flatMap((rows) => {
    const row = rows.findLast(({ effective_from = "" }) => effective_from <= day);
    return row === undefined || (row.left_on !== "" && (row.left_on ?? "") <= day) ? [] : [row];
  });
}

const isCovered = ({ covers, effectiveFrom, effectiveUntil }: PlanTerms, row: Row, day: string) =>
  effectiveFrom <= day &&
  (effectiveUntil === null || day <= effectiveUntil) &&
  (covers.roles?.includes(row.role ?? "") ?? true) &&
  (covers.people?.includes(row.person_id ?? "") ?? true) &&
  !covers.except.includes(row.person_id ?? "");

/** Whose quota it is that a component asks for. */
function carrier(credit: readonly string[], { person_id, team, region }: Row): string {
  if (credit.includes("team")) return `team ${team}`;
  return credit.includes("manager") ? `region ${region}` : `rep ${person_id}`;
}

/** The period that a day is in, as plans/quotas.csv writes it. */
const periodLabel = (period: Grain, day: string) =>
  periodOf(day, period, { startMonth: sampleOptions.fiscalYearStartMonth }).label;

/** The days of the last complete fiscal year and of the running one, up to the as-of date. */
const everyDay = Array.from(
  { length: daysBetween("2025-02-01", sampleOptions.asOf) + 1 },
  (_, count) => addDays("2025-02-01", count),
);

const companies: readonly (readonly [string, Files])[] = [
  ["the sample", simulateFiles(sampleOptions)],
  ["a small company", simulateFiles()],
  ["two CRMs", simulateFiles({ layout: "both", reps: 36, accounts: 500 })],
  ["the smallest", simulateFiles({ reps: 1, accounts: 1, years: 1 })],
];

/** Who is employed on each day, and the plans that they are under. */
function placed(company: Files) {
  const own = [...plansOf(company).values()];
  const people = [...groupBy(company.rows("people/roster.csv"), "person_id").values()];
  return everyDay.flatMap((day) =>
    employed(people, day).map((row) => ({
      day,
      row,
      plans: own.filter((plan) => isCovered(plan, row, day)),
    })),
  );
}

describe.each(companies)("the plans of %s", (_, company) => {
  it("cover everybody on every day of both years, once", () => {
    for (const { day, row, plans } of placed(company)) {
      expect(plans, `${row.person_id} on ${day}`).toHaveLength(1);
    }
  });
});

describe.each(companies)("the roles in plans of %s", (_, company) => {
  it("are those that somebody has, or its rebuild would stop", () => {
    const had = new Set(company.rows("people/roster.csv").map(({ role }) => role));
    const named = [...plansOf(company).values()].flatMap(({ covers }) => covers.roles ?? []);
    expect(named.filter((role) => !had.has(role))).toEqual([]);
  });
});

// the smallest company sold nothing in some quarters, which have no quota
describe.each(companies.slice(0, -1))("the components of %s", (_, company) => {
  it("ask only for quotas that there are", () => {
    const written = company
      .rows("plans/quotas.csv")
      .map(({ entity_type, entity_id, period }) => `${entity_type} ${entity_id} ${period}`);
    const asked = placed(company).flatMap(({ day, row, plans }) =>
      plans
        .flatMap(({ components }) => components)
        .filter(({ quota }) => quota === "assigned")
        .map(({ credit, period }) => `${carrier(credit, row)} ${periodLabel(period, day)}`),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect([...new Set(asked)].filter((one) => !written.includes(one))).toEqual([]);
  });
});
