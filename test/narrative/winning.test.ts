import { describe, expect, test } from "vitest";
import { winningAnswer } from "../../src/narrative/winning.ts";
import type { WinningFacts } from "../../src/narrative/winning-details.ts";
import { valueLabel } from "../../src/narrative/winning-words.ts";

const enterprise = {
  dimension: "segment",
  label: "Enterprise",
  effort_rate: 0.34,
  value_rate: 0.55,
  yield: 1.61,
  yield_lower: 1.41,
  yield_upper: 1.83,
};
const small = {
  ...enterprise,
  label: "Small Business",
  effort_rate: 0.21,
  value_rate: 0.078,
  yield: 0.38,
  yield_lower: 0.3,
  yield_upper: 0.49,
};
const referral = {
  dimension: "lead_source",
  label: "Referral",
  rate: 0.27,
  lower: 0.23,
  upper: 0.3,
  isAbove: true,
  holds: true,
};

const facts: WinningFacts = {
  scope: "new",
  quarters: 4,
  won: 339,
  lost: 1202,
  lower: 0.2,
  upper: 0.242,
  dimensions: ["region", "segment", "employees"],
  differences: [],
  earlier: [],
  measure: "activities",
  best: enterprise,
  worst: small,
  stage: {
    longest: { stage: "Needs Analysis", rate: 0.3 },
    deadliest: { stage: "Prospecting", rate: 0.35 },
  },
  reason: { label: "Price", rate: 0.31 },
  absent: [],
};

describe("the answer on where deals are won", () => {
  test("says that nothing stands out where nothing does, and where effort brought most and least", () => {
    expect(winningAnswer(facts, 5).sentence).toBe(
      "In the last 4 complete quarters we won 22 % of 1,541 new deals (20 % to 24 %), with no segment, size of company or region standing out by more than chance explains; Enterprise brought most won value for the effort, 1.6× its share, and Small Business least, 0.4×.",
    );
  });

  test("names what stands out, with its range and whether it does with all else alike", () => {
    const answer = winningAnswer({ ...facts, differences: [referral] }, 5);
    expect(answer.sentence).toContain(
      "(20 % to 24 %), more often with Referral (27 %); Enterprise",
    );
    expect(answer.details[0]).toBe(
      "Referral wins more often than the rest, 27 % (23 % to 30 %), and still does with all else alike.",
    );
    const unsure = winningAnswer({ ...facts, differences: [{ ...referral, holds: null }] }, 5);
    expect(unsure.details[0]).not.toContain("all else alike");
  });

  test("falls back on all history where the quarters show nothing", () => {
    const answer = winningAnswer({ ...facts, earlier: [{ ...referral, holds: false }] }, 5);
    expect(answer.details[0]).toBe(
      "Over all history Referral wins more often than the rest, 27 % (23 % to 30 %), less surely with all else alike.",
    );
  });

  test("says what effort came to with its range, and claims no cause", () => {
    const [effort] = winningAnswer(facts, 5).details;
    expect(effort).toContain(
      "34 % of all activities and brought 55 % of the won value, 1.6× what an average activity brought (1.4× to 1.8×)",
    );
    expect(effort).toContain("no proof of what more effort would bring");
    const alike = winningAnswer({ ...facts, best: null, worst: null }, 5);
    expect(alike.sentence).toContain(
      "what effort brought differs nowhere by more than chance explains",
    );
  });

  test("names the stage and the reason that cost most", () => {
    expect(winningAnswer(facts, 5).details.at(-1)).toBe(
      "35 % of lost deals were lost from Prospecting, and Needs Analysis took 30 % of the days that deals were open, the most of all stages; the reason given most is Price, for 31 % of losses.",
    );
  });

  test("says what is absent, and that nothing is known before the first deal is decided", () => {
    const answer = winningAnswer({ ...facts, absent: ["No activities are on file."] }, 5);
    expect(answer.details.at(-1)).toBe("No activities are on file.");
    const few = winningAnswer({ ...facts, won: 1, lost: 2, quarters: null }, 5);
    expect(few.sentence).toBe(
      "In all history 3 new deals were decided, fewer than the 5 that it takes to say where we win.",
    );
    expect(few.figures).toEqual([]);
    expect(winningAnswer(null, 5).sentence).toContain("No deal has been won or lost yet");
  });
});

test("values read as a reader says them", () => {
  const products = new Map([["P1", "Platform"]]);
  expect(valueLabel("product", "P1", products)).toBe("Platform");
  expect(valueLabel("product", "P2", products)).toBe("P2");
  expect(valueLabel("employees", "50 to 249", products)).toBe("50 to 249 employees");
  expect(valueLabel("segment", "unassigned", products)).toBe("Not given");
});
