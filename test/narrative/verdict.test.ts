import { expect, test } from "vitest";
import { judgeChange } from "../../src/narrative/verdict.ts";

test("a change is better when it goes the way that is wanted", () => {
  expect(judgeChange(5, 4, "up")).toBe("better");
  expect(judgeChange(5, 4, "down")).toBe("worse");
  expect(judgeChange(3, 4, "down")).toBe("better");
  expect(judgeChange(4, 4, "down")).toBe("same");
  expect(judgeChange(1, 0, "up")).toBe("better");
});

test("a change of less than 3 % of what was before is none", () => {
  expect(judgeChange(93, 94, "down")).toBe("same");
  expect(judgeChange(103, 100, "up")).toBe("better");
  expect(judgeChange(97.1, 100, "up")).toBe("same");
  expect(judgeChange(-102, -100, "up")).toBe("same");
});
