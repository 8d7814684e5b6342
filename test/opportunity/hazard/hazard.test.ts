import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Fitted, fitDeals } from "../../../src/opportunity/hazard/fit.ts";
import { chanceAfter, incidenceOf, stepsBy } from "../../../src/opportunity/hazard/incidence.ts";
import { reasonsOf } from "../../../src/opportunity/hazard/reason.ts";
import type { FollowedDeal } from "../../../src/opportunity/hazard/snapshot.ts";
import { stepsAfter } from "../../../src/opportunity/hazard/step.ts";
import { calendar, plantedDeals, snapshot } from "./planted.ts";

const knownBy = "2025-03-31";
const learn = (deals: readonly FollowedDeal[], earlier: readonly Fitted[] = []) =>
  fitDeals(deals, { knownBy, calendar, earlier });

const steps = stepsAfter("2025-04-15", calendar);
const openDeal = (deal: Partial<FollowedDeal>) => snapshot({ cutoff: "2025-04-15", ...deal });

/** Chances to be won within a number of weeks, and ever. */
function chances({ hazards }: Fitted, deal: Partial<FollowedDeal>, weeks: number) {
  const { won, wonEver } = incidenceOf(hazards, [openDeal(deal)], steps);
  return {
    soon: chanceAfter(won, { row: 0, width: steps.length, steps: weeks }),
    ever: wonEver[0] ?? Number.NaN,
  };
}

describe("on deals with known hazards", () => {
  const fitted = learn(plantedDeals(4000, knownBy));

  test("finds the chances that were planted", () => {
    // competing risks of constant hazards: won / (won + lost); by day n that times 1 − (1 − sum)ⁿ
    const [proposal, discovery] = [{ stage: "Proposal" }, { stage: "Discovery" }];
    expect(chances(fitted, proposal, 0).ever).toBeCloseTo(2 / 3, 1);
    expect(chances(fitted, discovery, 0).ever).toBeCloseTo(1 / 3, 1);
    expect(chances(fitted, { ...proposal, count_pushes: 2 }, 0).ever).toBeCloseTo(1 / 2, 1);
    const weeks = stepsBy(steps, (steps[0]?.first ?? Number.NaN) + 76); // to the end of June
    expect(chances(fitted, proposal, weeks).soon).toBeCloseTo((2 / 3) * (1 - 0.97 ** 76), 1);
  });

  test("tells the deal's reasons in the direction that was planted", () => {
    if (fitted.hazards.name === "pooled") throw new Error("pooled");
    const deals = [
      openDeal({ stage: "Discovery", count_pushes: 2 }),
      openDeal({ stage: "Proposal" }),
      openDeal({ stage: "Proposal" }),
    ];
    const [discovery, proposal] = reasonsOf(
      fitted.hazards,
      deals,
      incidenceOf(fitted.hazards, deals, steps),
    );
    const effects = Object.fromEntries(discovery?.map((r) => [r.feature, r.effect]) ?? []);
    expect(effects).toMatchObject({ stage: expect.any(Number), pushes: expect.any(Number) });
    expect(effects.stage).toBeLessThan(1);
    expect(effects.pushes).toBeLessThan(1);
    expect(proposal?.find(({ feature }) => feature === "stage")?.effect).toBeGreaterThan(1);
    expect(discovery?.find(({ feature }) => feature === "pushes")?.value).toBe(2);
  });

  test("deals that are still open don't pass for lost", () => {
    // half of the deals are cut off early: the hazards stay what they are
    const censored = learn(plantedDeals(4000, "2023-12-31").filter((d) => d.cutoff < "2023-12-31"));
    expect(chances(censored, { stage: "Proposal" }, 0).ever).toBeGreaterThan(0.4);
  });

  test("the order of rows doesn't matter", () => {
    const deals = plantedDeals(1500, knownBy, 7);
    const one = learn(deals);
    const other = learn(deals.toReversed());
    expect(chances(other, {}, 6)).toEqual(chances(one, {}, 6));
  });

  test("what is expected of a won deal follows what won deals brought", () => {
    // 90,000 of 100,000 told, drawn by twenty deals towards no change
    expect(fitted.realised.overall).toBeGreaterThan(0.9);
    expect(fitted.realised.overall).toBeLessThan(0.91);
  });
});

const any = fc.record({
  stage: fc.constantFrom(null, "Proposal", "Discovery", "Verbal"),
  stage_days: fc.integer({ min: 0, max: 4000 }),
  age_days: fc.integer({ min: 0, max: 4000 }),
  bookings_cents: fc.constantFrom(null, 0, -5, 1, 1e12),
  usual_cents: fc.constantFrom(null, 1, 1e9),
  amount_change_rate: fc.constantFrom(null, -1, 0, 1e6),
  count_pushes: fc.integer({ min: 0, max: 50 }),
  days_to_close: fc.option(fc.integer({ min: -3000, max: 3000 })),
  idle_days: fc.option(fc.integer({ min: 0, max: 3000 })),
  probability_rate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  rep_closed_count: fc.integer({ min: 0, max: 9 }),
});

describe("chances", () => {
  const known = [0, 1, 40, 1500].map((count) => learn(plantedDeals(count, knownBy, 3)));

  test("lie within 0 and 1, never fall, and those of winning and losing add up to 1 at most", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...known), (changes, { hazards }) => {
        const { won, lost, wonEver } = incidenceOf(hazards, [openDeal(changes)], steps);
        let [before, lostBefore] = [0, 0];
        for (const [k, chance] of won.entries()) {
          const other = lost[k] ?? Number.NaN;
          expect(chance).toBeGreaterThanOrEqual(before);
          expect(other).toBeGreaterThanOrEqual(lostBefore);
          expect(chance + other).toBeLessThanOrEqual(1 + 1e-12);
          [before, lostBefore] = [chance, other];
        }
        expect(wonEver[0]).toBeGreaterThanOrEqual(before - 1e-12);
        expect(wonEver[0]).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test("of few deals lean on what is believed before any has ended", () => {
    // one in four is won, deals are open for thirteen weeks
    const none = chances(learn([]), {}, stepsBy(steps, (steps[0]?.first ?? 0) + 90));
    expect(none.ever).toBeCloseTo(0.25, 10);
    expect(none.soon).toBeGreaterThan(0.13);
    expect(none.soon).toBeLessThan(0.17);
    const lost = plantedDeals(30, knownBy).map((d) =>
      d.outcome === "won" ? { ...d, outcome: "lost" as const, won_cents: null } : d,
    );
    expect(learn(lost).hazards.name).toBe("pooled");
    expect(chances(learn(lost), {}, 0).ever).toBeLessThan(0.05);
    expect(learn(lost).realised.usualCents).toBeNull();
  });

  test("are lowered where earlier fits said too much of the weeks after them", () => {
    const deals = plantedDeals(3000, knownBy);
    expect(name(learn(deals, []))).toBe("none");
    const earlier = ["2023-10-31", "2023-12-31", "2024-03-31", "2024-06-30"].map(rosyFit);
    const calibrated = learn(deals, earlier);
    expect(name(calibrated)).toBe("Platt");
    expect(chances(calibrated, {}, 9).soon).toBeLessThan(chances(learn(deals), {}, 9).soon);
  });
});

/** The name of the calibration of winning. */
const name = ({ hazards }: Fitted) => hazards.name === "hazards" && hazards.calibration.won.name;

/** A fit to deals of which hardly one is known to have been lost, with the others won. */
function rosyFit(until: string): Fitted {
  const won = plantedDeals(1500, until).map((deal) =>
    deal.outcome === "lost" ? { ...deal, outcome: "won" as const } : deal,
  );
  const lost = plantedDeals(400, until, 9).map((deal) => ({
    ...deal,
    opportunity_id: `L${deal.opportunity_id}`,
  }));
  return fitDeals([...won, ...lost], { knownBy: until, calendar, earlier: [] });
}
