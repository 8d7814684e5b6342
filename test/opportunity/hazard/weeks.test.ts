import { describe, expect, test } from "vitest";
import { dateOf, epochDay } from "../../../src/opportunity/epoch.ts";
import { quarterEnds, stepsAfter } from "../../../src/opportunity/hazard/step.ts";
import { followDeals } from "../../../src/opportunity/hazard/weeks.ts";
import { calendar, plantedDeals, snapshot } from "./planted.ts";

const named = (cutoff: string, months = 1) =>
  stepsAfter(cutoff, calendar, months).map(({ first, last }) => `${dateOf(first)} ${dateOf(last)}`);

describe("steps", () => {
  test("are weeks counted back from the end of each month", () => {
    expect(named("2025-04-12")).toEqual([
      "2025-04-13 2025-04-16",
      "2025-04-17 2025-04-23",
      "2025-04-24 2025-04-30",
      "2025-05-01 2025-05-10",
      "2025-05-11 2025-05-17",
      "2025-05-18 2025-05-24",
      "2025-05-25 2025-05-31",
    ]);
  });

  test("begin with the next month where the cutoff ends one", () => {
    expect(named("2025-04-30", 0)).toEqual([]);
    expect(named("2025-01-31")[0]).toBe("2025-02-01 2025-02-07");
  });

  test("tell their place in a fiscal quarter and year that begin elsewhere", () => {
    const [step] = stepsAfter("2026-01-24", { startMonth: 2 }, 0);
    expect(step).toMatchObject({ place: 11, yearEnd: 3 });
    expect(step?.exposure).toBeCloseTo(5.2, 12);
  });

  test("a year of them ends on the last day of a month", () => {
    const steps = stepsAfter("2025-04-12", calendar);
    expect(steps).toHaveLength(55);
    expect(dateOf(steps.at(-1)?.last ?? 0)).toBe("2026-05-31");
    expect(quarterEnds("2025-04-12", calendar).map(dateOf)).toEqual(["2025-06-30", "2025-09-30"]);
  });
});

const follow = (ended_on: string | null, knownBy: string, outcome: "won" | "lost" = "won") =>
  followDeals(
    [snapshot({ cutoff: "2025-04-12", ended_on, outcome: ended_on === null ? null : outcome })],
    { calendar, knownBy, most: 1000 },
  );

describe("weeks of a deal", () => {
  test("end with the one that it was won in", () => {
    const { won, lost, step } = follow("2025-05-10", "2025-12-31");
    expect([...won]).toEqual([0, 0, 0, 1]);
    expect([...lost]).toEqual([0, 0, 0, 0]);
    expect(step.map(({ last }) => dateOf(last)).at(-1)).toBe("2025-05-10");
  });

  test("end without an outcome where it is open", () => {
    expect([...follow(null, "2025-05-16").won]).toEqual([0, 0, 0, 0]);
  });

  test("leave out a week that isn't over, whatever happened in it", () => {
    expect([...follow("2025-05-12", "2025-05-16").won]).toEqual([0, 0, 0, 0]);
    expect([...follow("2025-05-12", "2025-05-17").won]).toEqual([0, 0, 0, 0, 1]);
  });

  test("a win noted late for a day before the cutoff counts in the first week", () => {
    expect([...follow("2025-04-10", "2025-12-31", "lost").lost]).toEqual([1]);
  });

  test("are thinned where nothing ends, and weigh as much as all", () => {
    const deals = plantedDeals(2000, "2025-03-31");
    const options = { calendar, knownBy: "2025-03-31" };
    const all = followDeals(deals, { ...options, most: Number.POSITIVE_INFINITY });
    const some = followDeals(deals, { ...options, most: 5000 });
    const total = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    expect(total(some.won)).toBe(total(all.won));
    expect(total(some.lost)).toBe(total(all.lost));
    expect(some.deal.length).toBeLessThan(5500);
    expect(total(some.weight) / all.deal.length).toBeCloseTo(1, 1);
    expect(epochDay("1970-01-02")).toBe(1);
  });
});
