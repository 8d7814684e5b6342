import { describe, expect, test } from "vitest";
import { type GoalFacts, goalsAnswer } from "../../src/narrative/goals.ts";

const money = { currency: "USD", currency_digits: 2, minimum: { forecasts: 8, stretches: 3 } };
const goal = (goal_id: string, changes: Partial<GoalFacts> = {}): GoalFacts => ({
  goal_id,
  parent_id: null,
  label: "Bookings",
  unit: "money",
  entity: "Acme",
  target: 7_100_000_000,
  status: "on_track",
  chance_rate: 0.946,
  is_forecast: false,
  ...changes,
});
const answer = (...goals: readonly GoalFacts[]) => goalsAnswer({ ...money, goals });

describe("the answer to whether goals are going to be reached", () => {
  test("counts those under way and gives the first one's chance", () => {
    const { sentence, details } = answer(
      goal("a"),
      goal("b", { parent_id: "a", status: "off_track", entity: "East", chance_rate: 0.2 }),
      goal("c", { status: "at_risk", entity: "West" }),
      goal("d", { status: "reached" }),
      goal("e", { status: "not_started" }),
    );
    expect(sentence).toBe(
      "Of 3 goals under way, 1 is on track, 1 is at risk and 1 is off track; the bookings goal of Acme, USD 71.0 M, has a chance of 95 % by its own history.",
    );
    expect(details).toEqual([
      "Off track: bookings of East.",
      "At risk: bookings of West.",
      "1 goal was reached.",
    ]);
  });

  test("says of goals to come that they begin later", () => {
    const ahead = (id: string) => goal(id, { status: "not_started" });
    expect(answer(goal("a"), ahead("b")).figures.at(-1)?.note).toBe("begins later");
    expect(answer(ahead("b"), ahead("c")).figures.at(-1)?.note).toBe("begin later");
  });

  test("leaves an abbreviation in the name of a company's own KPI as it is written", () => {
    const { sentence, details } = answer(
      goal("a", { label: "ACV per rep" }),
      goal("b", { label: "ACV per rep", status: "off_track", entity: "East" }),
    );
    expect(sentence).toContain("; the ACV per rep goal of Acme,");
    expect(details[0]).toBe("Off track: ACV per rep of East.");
  });

  test("says where the chance comes from the forecast", () => {
    expect(answer(goal("a", { is_forecast: true })).sentence).toContain(
      "has a chance of 95 % by the forecast of bookings.",
    );
  });

  test("names a few and counts the rest", () => {
    const off = Array.from({ length: 7 }, (_, index) =>
      goal(`g${index}`, { status: "off_track", entity: `T${index}` }),
    );
    expect(answer(...off).details[0]).toBe(
      "Off track: bookings of T0, bookings of T1, bookings of T2, bookings of T3 and 3 more.",
    );
    expect(answer(...off.slice(0, 5)).details[0]).toContain("bookings of T3 and bookings of T4.");
  });

  test("states no chance that isn't known, and a rate to a tenth of a percent", () => {
    const rate = goal("a", { label: "Win rate", unit: "ratio", target: 0.413, chance_rate: null });
    expect(answer(rate).sentence).toBe(
      "Of 1 goal under way, 1 is on track; for the win rate goal of Acme, 41.3 %, no chance can be stated.",
    );
  });

  test("says that none is under way, or that there are none", () => {
    const decided = answer(
      goal("a", { status: "missed" }),
      goal("b", { status: "missed" }),
      goal("c", { status: "reached" }),
    );
    expect(decided.sentence).toBe("No goal is under way.");
    expect(decided.details).toEqual(["1 goal was reached and 2 goals were missed."]);
    expect(answer()).toMatchObject({
      sentence: "No goals are on file: write them into plans/goals.yaml and rebuild.",
      figures: [],
    });
  });

  test("tells how much history a chance needs", () => {
    expect(answer(goal("a")).method?.join(" ")).toContain(
      "fewer than 8 such forecasts or 3 such stretches",
    );
  });
});
