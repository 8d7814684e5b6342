import { describe, expect, test } from "vitest";
import { pathOf } from "../../src/goals/path.ts";
import { nowOf, spanOf, stepEnd, stepStart } from "../../src/goals/step.ts";
import { currentStep, valueAt } from "../../src/goals/value.ts";
import { goal, monthly, months } from "./goal.ts";

const none = months("2026-01-01", []);
const year = (values: readonly number[], count: number) =>
  Array.from({ length: count }, () => values).flat();

describe("the path of a rate", () => {
  test("runs by days from the baseline to the target", () => {
    const path = pathOf(goal(), none, monthly);
    expect(path.at("2025-12-31")).toBe(100);
    expect(path.at("2026-07-02")).toBeCloseTo(100 + (100 * 183) / 365, 10); // the 183rd day of 365
    expect(path.at("2026-12-31")).toBe(200);
    expect(path.at("2027-06-30")).toBe(200);
    expect(path.seasons).toBe(0);
  });

  test("goes through its milestones", () => {
    const milestones = [
      { due: "2026-03-31", value: 110 },
      { due: "2026-06-30", value: 180 },
    ];
    const path = pathOf(goal({ milestones }), none, monthly);
    expect(path.at("2026-03-31")).toBeCloseTo(110, 10);
    expect(path.at("2026-05-15")).toBeCloseTo(110 + (70 * 45) / 91, 10); // day 45 of the 91 between
    expect(path.at("2026-06-30")).toBeCloseTo(180, 10);
  });

  test("to be held is the target all along", () => {
    expect(pathOf(goal({ isMaintained: true }), none, monthly).at("2026-02-01")).toBe(200);
  });
});

describe("the path of a sum", () => {
  const sum = goal({ measure: "sum", target: 1200 });
  const lateYear = [...Array<number>(11).fill(10), 90]; // 110 of 200 by November

  test("follows the season of two earlier years, and by days of a begun month", () => {
    const path = pathOf(sum, months("2024-01-01", year(lateYear, 2)), monthly);
    expect(path.seasons).toBe(2);
    expect(path.at("2026-11-30")).toBeCloseTo((1200 * 110) / 200, 8);
    expect(path.at("2026-01-31")).toBeCloseTo(60, 8);
    expect(path.at("2026-02-14")).toBeCloseTo(90, 8); // half of February
    expect(path.at("2026-12-31")).toBeCloseTo(1200, 8);
  });

  test("goes by days with fewer than two years, and starts from nothing", () => {
    const path = pathOf(sum, months("2025-01-01", year(lateYear, 1)), monthly);
    expect(path.seasons).toBe(0);
    expect(path.at("2025-12-31")).toBe(0);
    expect(path.at("2026-11-30")).toBeCloseTo((1200 * 334) / 365, 8);
  });

  test("keeps the season between milestones", () => {
    const milestones = [{ due: "2026-06-30", value: 900 }];
    const series = months("2024-01-01", year(lateYear, 2));
    const path = pathOf({ ...sum, milestones }, series, monthly);
    expect(path.at("2026-06-30")).toBeCloseTo(900, 8);
    expect(path.at("2026-03-31")).toBeCloseTo(450, 8);
    expect(path.at("2026-11-30")).toBeCloseTo(900 + (300 * 50) / 140, 8); // 50 of the 140 left
  });

  test("takes no share for a month of more credits than bookings", () => {
    const series = months("2024-01-01", year([-50, ...lateYear.slice(1)], 2));
    expect(pathOf(sum, series, monthly).at("2026-01-31")).toBe(0);
  });
});

describe("the value of a goal", () => {
  const asOf = nowOf("2026-03-10", monthly);

  test("of a sum is what its months have brought, the begun one to date", () => {
    const sum = goal({ measure: "sum" });
    const series = months("2025-12-01", [9, 1, 2, 4]);
    expect(valueAt(sum, series, currentStep(sum, asOf, monthly), monthly)).toBe(7);
    expect(valueAt(sum, months("2025-12-01", [9, 1, null, 4]), asOf.step, monthly)).toBeNull();
  });

  test("of a rate is over as many trailing months as it lasts, 3 to 12", () => {
    const numerator = Array.from({ length: 15 }, (_, index) => (index === 14 ? 5 : 1));
    const series = months("2025-01-01", numerator, Array<number>(15).fill(2));
    const value = (due: string) => {
      const rate = goal({ due });
      return valueAt(rate, series, currentStep(rate, asOf, monthly), monthly);
    };
    expect(value("2026-12-31")).toBe(16 / 24);
    expect(value("2026-04-30")).toBe(8 / 8); // four months, March among them
    expect(value("2026-01-31")).toBe(3 / 6); // over: November to January
  });

  test("is counted to the last step that is over on the due date", () => {
    expect(spanOf(goal({ due: "2026-06-15" }), monthly).last).toBe(
      spanOf(goal(), monthly).last - 7,
    );
  });
});

test("quarters begin in the fiscal year's months", () => {
  const grid = { months: 3, offset: 1 } as const; // February, May, August, November
  const { step, part } = nowOf("2026-01-15", grid);
  expect([stepStart(step, grid), stepEnd(step, grid)]).toEqual(["2025-11-01", "2026-01-31"]);
  expect(part).toBeCloseTo(76 / 92, 10);
  expect(nowOf("2026-01-31", grid)).toEqual({ step: step + 1, part: 0 });
});
