import { describe, expect, test } from "vitest";
import { cappedStatus, progressOf, type Standing, statusOf } from "../../src/goals/status.ts";
import { goal } from "./goal.ts";

const midway: Standing = { hasStarted: true, isOver: false, value: null, asked: 150 };
const at = (value: number | null, changes = {}) => ({ ...midway, value, ...changes });

describe("a rate on its way from 100 to 200, asked for 150 by now", () => {
  // half of the way is asked: a tenth of it is 5 points of the way, three tenths are 15
  test.each([
    [150, "on_track"],
    [145, "on_track"],
    [144.9, "at_risk"],
    [135, "at_risk"],
    [134.9, "off_track"],
    [90, "off_track"],
    [250, "on_track"], // at the target, but it may fall again
  ])("at %d is %s", (value, status) => {
    expect(statusOf(goal(), at(value))).toBe(status);
  });

  test("asked for little so far, is allowed 5 and 10 points of the way", () => {
    const early = { asked: 102 };
    expect(statusOf(goal(), at(97, early))).toBe("on_track");
    expect(statusOf(goal(), at(96.9, early))).toBe("at_risk");
    expect(statusOf(goal(), at(92, early))).toBe("at_risk");
    expect(statusOf(goal(), at(91.9, early))).toBe("off_track");
  });

  test("that is better low mirrors one that is better high", () => {
    const down = goal({ better: "down", baseline: 200, target: 100 });
    expect(statusOf(down, at(155))).toBe("on_track");
    expect(statusOf(down, at(165))).toBe("at_risk");
    expect(statusOf(down, at(165.1))).toBe("off_track");
    expect(progressOf(down, 150)).toBe(0.5);
  });
});

describe("a goal that is over", () => {
  const over = { isOver: true, asked: 200 };
  test.each([
    [200, "reached"],
    [199.999, "missed"],
  ])("at %d was %s", (value, status) => {
    expect(statusOf(goal(), at(value, over))).toBe(status);
  });

  test("without a value is neither", () => {
    expect(statusOf(goal(), at(null, over))).toBe("no_value");
  });
});

test("a goal likelier missed than reached is at risk at best", () => {
  expect(cappedStatus("on_track", 0.49)).toBe("at_risk");
  expect(cappedStatus("on_track", 0.2)).toBe("at_risk");
  expect(cappedStatus("on_track", 0.5)).toBe("on_track");
  expect(cappedStatus("on_track", null)).toBe("on_track");
  expect(cappedStatus("off_track", 0.4)).toBe("off_track");
});

test("a goal with a chance under a fifth is off track while it is under way", () => {
  expect(cappedStatus("on_track", 0.19)).toBe("off_track");
  expect(cappedStatus("at_risk", 0.19)).toBe("off_track");
  expect(cappedStatus("at_risk", 0.2)).toBe("at_risk");
  expect(cappedStatus("not_started", 0.1)).toBe("not_started");
  expect(cappedStatus("reached", 0.1)).toBe("reached");
});

test("a goal that hasn't begun has no other status", () => {
  expect(statusOf(goal(), at(500, { hasStarted: false }))).toBe("not_started");
});

describe("what adds up", () => {
  test("is reached at once when it gets to its target", () => {
    const sum = goal({ measure: "sum" });
    expect(statusOf(sum, at(200))).toBe("reached");
    expect(statusOf(sum, at(199))).toBe("on_track");
    expect(progressOf(sum, 50)).toBe(0.25); // from nothing, not from the baseline
  });

  test("is missed at once when it passes the most it may come to", () => {
    const lost = goal({ measure: "sum", better: "down", baseline: 250, target: 200 });
    expect(statusOf(lost, at(201))).toBe("missed");
    expect(statusOf(lost, at(150))).toBe("on_track"); // under its bound, and not reached before the end
    expect(statusOf(lost, at(190))).toBe("at_risk"); // 20 points of the way ahead of its path
    expect(statusOf(lost, at(200, { isOver: true }))).toBe("reached");
  });
});

describe("a rate to be held at 200", () => {
  const held = goal({ baseline: 210, isMaintained: true });
  test.each([
    [200, "on_track"],
    [199.9, "at_risk"],
    [190, "at_risk"],
    [189.9, "off_track"],
  ])("at %d is %s", (value, status) => {
    expect(statusOf(held, at(value, { asked: 200 }))).toBe(status);
    expect(progressOf(held, value)).toBeNull();
  });
});
