import { describe, expect, test } from "vitest";
import { anybody, type Person } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan } from "./plan.ts";

// expected values are reckoned by hand; pools of a tenth of the team's credit, in one team unless told

const inTeam = (repId: string, parts: Partial<Person> = {}): Person => ({
  ...anybody(repId),
  teams: [{ from: null, team: "East" }],
  ...parts,
});

/** The team's credit on a day, in dollars. */
const sold = (repId: string, date: string, dollars: number) =>
  creditOf(dollars * 100, { repId, date });

/** Who is paid how much of the pool, and when. */
function shares(
  people: readonly Person[],
  credits: readonly ReturnType<typeof creditOf>[],
  component: string,
  plan = "",
) {
  const { lines } = pricePlan({ plan: onePlan(component, plan), people, credits });
  return lines
    .filter(({ cause }) => cause === "pool")
    .map(({ repId, date, amountCents }) => [repId, date, amountCents]);
}

const pool = (by: string, period: string) =>
  `quota: none, rate: 0.1, period: ${period}, pool: {share_by: ${by}}`;

describe("a pool that is shared evenly", () => {
  const yearly = pool("even", "year");

  test("goes by the days of the month in which it is earned", () => {
    const people = [
      inTeam("ann", { until: "2026-01-31" }),
      inTeam("bob"),
      inTeam("cy", { from: "2026-01-17" }),
    ];
    const credits = [sold("bob", "2026-01-05", 770), sold("bob", "2026-12-05", 1000)];
    // 77.00 by 31, 31 and 15 days; of December Ann, who has left, has nothing
    expect(shares(people, credits, yearly)).toEqual([
      ["ann", "2026-01-31", 3100],
      ["bob", "2026-01-31", 3100],
      ["bob", "2026-12-31", 5000],
      ["cy", "2026-01-31", 1500],
      ["cy", "2026-12-31", 5000],
    ]);
  });

  test("pays nobody for a month before their first day, and leaves closed months as they were", () => {
    const early = [sold("bob", "2026-01-05", 1000)];
    const hired = inTeam("cy", { from: "2026-03-31" });
    const quarterly = pool("even", "quarter");
    expect(shares([inTeam("bob")], early, quarterly)).toEqual([["bob", "2026-01-31", 10_000]]);
    expect(shares([inTeam("bob"), hired], early, quarterly)).toEqual([
      ["bob", "2026-01-31", 10_000],
    ]);
  });

  test("leaves out days of leave, and days in another team", () => {
    const people = [
      inTeam("ann", { leaves: [{ from: "2026-04-01", until: "2026-04-15" }] }),
      inTeam("bob"),
      inTeam("cy", { leaves: [{ from: "2026-01-01", until: "2026-12-31" }] }),
      inTeam("dee", {
        teams: [
          { from: null, team: "East" },
          { from: "2026-04-11", team: "West" },
        ],
      }),
    ];
    // 55.00 by 15, 30, 0 and 10 days
    expect(shares(people, [sold("bob", "2026-04-20", 550)], yearly)).toEqual([
      ["ann", "2026-04-30", 1500],
      ["bob", "2026-04-30", 3000],
      ["dee", "2026-04-30", 1000],
    ]);
  });

  test("takes what is given back from who is there in its month, to the cent", () => {
    const people = [inTeam("ann", { until: "2026-01-31" }), inTeam("bob"), inTeam("cy")];
    const deal = sold("bob", "2026-01-05", 1000);
    const back = creditOf(-50_010, { repId: "bob", date: "2026-02-05", reverses: deal.creditId });
    expect(shares(people, [deal, back], yearly)).toEqual([
      ["ann", "2026-01-31", 3334],
      ["bob", "2026-01-31", 3333],
      ["bob", "2026-02-28", -2501],
      ["cy", "2026-01-31", 3333],
      ["cy", "2026-02-28", -2500],
    ]);
  });

  test("of a month in which nobody works goes by the last one before in which somebody did", () => {
    const people = [
      inTeam("ann", { until: "2026-02-07" }),
      inTeam("bob", { until: "2026-02-14" }),
      inTeam("cy", { from: "2026-06-01" }),
    ];
    const leavers = "leavers: {pay: earned}";
    // 7 and 14 days of February
    expect(shares(people, [sold("bob", "2026-04-05", 210)], yearly, leavers)).toEqual([
      ["ann", "2026-04-30", 700],
      ["bob", "2026-04-30", 1400],
    ]);
    // also in a later measure period
    const monthly = pool("even", "month");
    expect(shares(people, [sold("bob", "2026-04-05", 210)], monthly, leavers)).toHaveLength(2);
  });

  test("of months before anybody works goes by the first one in which somebody does", () => {
    const away = { leaves: [{ from: "2026-01-01", until: "2026-03-21" }] };
    const people = [inTeam("ann", away), inTeam("bob", { from: "2026-03-12", ...away })];
    const later = { leaves: [{ from: "2026-01-01", until: "2026-03-26" }] };
    const all = [...people, inTeam("cy", later), inTeam("dee", { from: "2026-04-01" })];
    // 10, 10 and 5 days of March
    expect(shares(all, [sold("ann", "2026-01-05", 250)], yearly)).toEqual([
      ["ann", "2026-01-31", 1000],
      ["bob", "2026-01-31", 1000],
      ["cy", "2026-01-31", 500],
    ]);
  });

  test("is nobody's where nobody ever works", () => {
    const away = { leaves: [{ from: "2026-01-01", until: "9999-12-31" }] };
    expect(shares([inTeam("ann", away)], [sold("ann", "2026-01-05", 250)], yearly)).toEqual([]);
  });
});

describe("a pool that is shared by earnings or credit", () => {
  test("goes by days to date where nobody has any", () => {
    const people = [inTeam("ann"), inTeam("bob", { from: "2026-02-01" })];
    const credits = [sold("ann", "2026-01-05", 310), sold("ann", "2026-02-05", 590)];
    // 31.00 of January; of 90.00 to date 59 and 28 of 87 days: 61.03 and 28.97
    expect(shares(people, credits, pool("earnings", "year"))).toEqual([
      ["ann", "2026-01-31", 3100],
      ["ann", "2026-02-28", 3003],
      ["bob", "2026-02-28", 2897],
    ]);
  });

  test("goes to all alike where nobody works", () => {
    const away = { leaves: [{ from: "2026-01-01", until: "2026-12-31" }] };
    const people = [inTeam("ann", away), inTeam("bob", away)];
    expect(shares(people, [sold("ann", "2026-01-05", 100)], pool("earnings", "year"))).toEqual([
      ["ann", "2026-01-31", 500],
      ["bob", "2026-01-31", 500],
    ]);
  });

  test("of a measure period in which nobody is in the team goes to who was there last", () => {
    const people = [
      inTeam("ann", { until: "2026-01-31" }),
      inTeam("bob", { until: "2026-02-07" }),
      inTeam("cy", { until: "2026-02-14" }),
    ];
    const credits = [sold("bob", "2026-05-05", 210)];
    const leavers = "leavers: {pay: earned}";
    // 7 and 14 days of February
    expect(shares(people, credits, pool("earnings", "quarter"), leavers)).toEqual([
      ["bob", "2026-05-31", 700],
      ["cy", "2026-05-31", 1400],
    ]);
    expect(shares(people, credits, pool("credit", "quarter"), leavers)).toEqual([
      ["bob", "2026-05-31", 2100],
    ]);
  });
});
