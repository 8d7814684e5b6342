import { describe, expect, test } from "vitest";
import {
  type AccuracyFacts,
  accuracyAnswer,
  type Step,
} from "../../src/narrative/forecast-accuracy.ts";

const step: Step = { n: 36, before: 0.15, after: 0.06, rate: 0.09, lower: 0.04, upper: 0.14 };
const facts: AccuracyFacts = {
  held: [
    { level: 50, n: 48, held: 25, lower: 0.38, upper: 0.66 },
    { level: 80, n: 48, held: 39, lower: 0.68, upper: 0.9 },
    { level: 95, n: 48, held: 46, lower: 0.86, upper: 0.99 },
  ],
  naive: step,
  stageWeighted: { ...step, before: 0.09, rate: 0.03 },
  managers: { ...step, rate: -0.02, lower: -0.05, upper: 0.01 },
  published: 0,
};
const details = (changes: Partial<AccuracyFacts>) =>
  accuracyAnswer({ ...facts, ...changes }).details.join(" ");

describe("whether forecasts were right", () => {
  test("is answered by how often the 80 % range held", () => {
    const { sentence, figures } = accuracyAnswer(facts);
    expect(sentence).toBe(
      "Of 48 forecasts of past quarters, the 80 % range held what came in 39 (81 %).",
    );
    expect(figures.map(({ value }) => value)).toEqual(["81 %", "96 %", "9 %", "3 %"]);
  });

  test.each([
    [0.68, 0.9, "80 % is among that"],
    [0.82, 0.95, "wider than they need to be"],
    [0.5, 0.78, "too narrow"],
  ])("a share between %d and %d: %s", (lower, upper, words) => {
    expect(details({ held: [{ level: 80, n: 48, held: 39, lower, upper }] })).toContain(words);
  });

  test("sets misses beside those of both baselines", () => {
    expect(details({})).toContain(
      "missed by 6 % of what was booked; the same quarter a year before by 15 %, and open deals at the CRM’s own probability by 9 %.",
    );
    expect(details({ naive: null, stageWeighted: null })).toContain("nothing yet to compare");
  });

  test.each([
    [{ rate: 0.09, lower: 0.04, upper: 0.14 }, "came closer by 9 %"],
    [{ rate: -0.09, lower: -0.14, upper: -0.04 }, "were farther off by 9 %"],
    [{ rate: -0.02, lower: -0.05, upper: 0.01 }, "neither clearly closer nor farther off"],
    [{ rate: 0.02, lower: null, upper: null }, "over too few periods to tell"],
  ])("judges managers no further than the range allows: %o", (changes, words) => {
    expect(details({ managers: { ...step, ...changes } })).toContain(words);
  });

  test("tells back-tests from what was published", () => {
    expect(details({})).toContain("All of these are back-tests");
    expect(details({ published: 12 })).toContain("12 forecasts that earlier editions published");
  });

  test("says that nothing can be judged yet", () => {
    expect(accuracyAnswer({ ...facts, held: [] }).sentence).toContain("No forecast can be judged");
  });
});
