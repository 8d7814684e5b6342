import { describe, expect, test } from "vitest";
import { contributionsOf, meansOf } from "../../../src/opportunity/hazard/contribution.ts";
import { fitDeals } from "../../../src/opportunity/hazard/fit.ts";
import { incidenceOf } from "../../../src/opportunity/hazard/incidence.ts";
import { stepsAfter } from "../../../src/opportunity/hazard/step.ts";
import { calendar, plantedDeals, snapshot } from "./planted.ts";

const knownBy = "2025-03-31";

/** Deals of two types, due at different times. */
const planted = plantedDeals(1500, knownBy).map((deal, index) => ({
  ...deal,
  deal_type: index % 3 === 0 ? "renewal" : "new",
  days_to_close: 5 + (index % 90),
}));

const { hazards } = fitDeals(planted, { knownBy, calendar, earlier: [] });
if (hazards.name === "pooled") throw new Error("pooled");
const weights = Float64Array.from(hazards.modes.won.coefficients);

const open = ["Proposal", "Discovery"].flatMap((stage) =>
  ["new", "renewal"].flatMap((deal_type) =>
    [10, 40, 80].map((days_to_close) =>
      snapshot({ cutoff: "2025-04-15", stage, deal_type, days_to_close }),
    ),
  ),
);
const incidence = incidenceOf(hazards, open, stepsAfter("2025-04-15", calendar));
/** As if all ended at the same time, so that deals of a type differ in nothing that is the type's. */
const together = {
  ...incidence,
  won: incidence.won.map((_, place) => incidence.won[place % incidence.steps.length] ?? Number.NaN),
  lost: incidence.lost.map(
    (_, place) => incidence.lost[place % incidence.steps.length] ?? Number.NaN,
  ),
};
const told = contributionsOf(open, { encoding: hazards.encoding, incidence: together, weights });

describe("what speaks for a deal", () => {
  test("says the same of all deals of a type under their type", () => {
    for (const type of ["new", "renewal"]) {
      const own = told.filter((_, row) => open[row]?.deal_type === type);
      const [first, ...others] = own.map((sums) => sums.get("type") ?? Number.NaN);
      for (const other of others) expect(other).toBeCloseTo(first ?? Number.NaN, 10);
    }
  });

  test("differs by stage and close date within a type", () => {
    const renewals = told.filter((_, row) => open[row]?.deal_type === "renewal");
    for (const topic of ["stage", "close_date"] as const) {
      const values = renewals.map((sums) => sums.get(topic) ?? Number.NaN);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.01);
    }
  });

  test("has means that a topic told of no deal adds nothing to", () => {
    const means = meansOf([new Map([["stage", 1]] as const), new Map([["type", 3]] as const)]);
    expect([...means]).toEqual([
      ["stage", 0.5],
      ["type", 1.5],
    ]);
  });
});
