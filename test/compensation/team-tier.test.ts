import { expect, test } from "vitest";
import type { Credit } from "../../src/compensation/credit/credit.ts";
import { anybody } from "../../src/compensation/person.ts";
import { pricePlan } from "../../src/compensation/price.ts";
import { creditOf, onePlan } from "./plan.ts";

// expected values are reckoned by hand: 5 %, and 10 % of all once the team has 2,000 in the year

const tiers = "tiers: [{from: 0, rate: 0.05}, {from: 2000, rate: 0.1}]";
const slab = `rate: {rule: slab, reached_by: team, bounds: amount, ${tiers}}`;
const byTeam = `quota: none, ${slab}`;

const stays = {
  // goes from North to South
  bob: [
    { from: null, team: "North" },
    { from: "2026-07-01", team: "South" },
  ],
  cy: [{ from: null, team: "South" }],
  dee: [{ from: null, team: "North" }],
};
const people = Object.entries(stays).map(([repId, teams]) => ({ ...anybody(repId), teams }));

const sold = (repId: keyof typeof stays, date: string, dollars: number, creditId?: string) =>
  creditOf(dollars * 100, { repId, date, ...(creditId === undefined ? {} : { creditId }) });

const back = (of: Credit, date: string) =>
  creditOf(-of.amountCents, { repId: of.repId, date, reverses: of.creditId });

const priced = (credits: readonly Credit[], component = byTeam) =>
  pricePlan({ plan: onePlan(component), credits, people });

/** What everybody is paid in all, in minor units. */
function paid(credits: readonly Credit[], component = byTeam) {
  const { lines } = priced(credits, component);
  return Object.keys(stays).map((rep) =>
    lines
      .filter(({ repId, component: of }) => repId === rep && of !== null)
      .reduce((sum, { amountCents }) => sum + amountCents, 0),
  );
}

test("a credit counts to the team that its person is in on its date", () => {
  const credits = [
    sold("bob", "2026-01-10", 100),
    sold("cy", "2026-02-10", 1500),
    sold("bob", "2026-08-10", 600),
  ];
  // South has 2,100 by August: 600 and 1,500 at 10 %; North has 100, at 5 %
  expect(paid(credits)).toEqual([500 + 6000, 15_000, 0]);
});

test("a team that somebody has left reprices what they were credited with in it, and no more", () => {
  const credits = [
    sold("bob", "2026-01-10", 100),
    sold("bob", "2026-08-10", 600),
    sold("dee", "2026-09-10", 1900),
  ];
  const { lines } = priced(credits);
  const repriced = lines.filter(({ cause }) => cause === "reached_tier");
  expect(repriced.map((line) => [line.repId, line.baseCents, line.amountCents])).toEqual([
    ["bob", 10_000, 500],
  ]);
  // 100 at 10 %, 600 in South at 5 %, and 1,900 at 10 %
  expect(paid(credits)).toEqual([1000 + 3000, 0, 19_000]);
});

test("a refund takes back what the deal stands at, with its part of what its own team has repriced", () => {
  const [first, second] = [sold("bob", "2026-01-10", 100), sold("bob", "2026-08-10", 600)];
  const credits = [first, second, sold("cy", "2026-02-10", 1500), sold("cy", "2026-11-10", 1000)];
  const returned = (of: Credit) =>
    priced([...credits, back(of, "2026-12-01")]).lines.find(({ cause }) => cause === "reversal");
  expect(returned(first)?.amountCents).toBe(-500);
  expect(returned(second)?.amountCents).toBe(-6000);
});

test("a refund in the same measure period leaves the team that the deal counted in", () => {
  const deal = sold("bob", "2026-01-10", 100);
  const credits = [deal, sold("dee", "2026-02-10", 1950), sold("cy", "2026-02-10", 2000)];
  expect(paid(credits)).toEqual([1000, 20_000, 19_500]);
  // North falls to 1,950; South, where Bob is by now, stays at its 2,000
  expect(paid([...credits, back(deal, "2026-08-10")])).toEqual([0, 20_000, 9750]);
});

test("a refund in a later measure period counts down in the team of its own date", () => {
  const deal = sold("bob", "2026-01-10", 100);
  const credits = [deal, sold("cy", "2027-01-10", 2000), sold("dee", "2027-01-10", 2000)];
  expect(paid(credits)).toEqual([500, 20_000, 20_000]);
  // of 2027 South falls to 1,900
  expect(paid([...credits, back(deal, "2027-02-10")])).toEqual([0, 10_000, 20_000]);
});

test("gates, places of the first deals and standings look at all that somebody is credited with", () => {
  const credits = [
    sold("bob", "2026-01-10", 300),
    sold("bob", "2026-08-10", 300),
    sold("bob", "2026-09-10", 300),
  ];
  const gated = (share: number) => `quota: 1000, ${slab}, threshold: ${share}`;
  expect(paid(credits, gated(0.9))).toEqual([4500, 0, 0]);
  expect(paid(credits, gated(0.91))).toEqual([0, 0, 0]);
  expect(paid(credits, `${byTeam}, where: {first: 2}`)).toEqual([3000, 0, 0]);
  const { standings } = priced(credits);
  expect(standings.map(({ holder, credit }) => [holder, credit])).toEqual([["bob", 90_000]]);
});
