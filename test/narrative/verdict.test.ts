import { expect, test } from "vitest";
import { judge } from "../../src/narrative/verdict.ts";

test("a change is better when it goes the way that is wanted", () => {
  expect(judge(5, 4, "up", null)).toBe("better");
  expect(judge(5, 4, "down", null)).toBe("worse");
  expect(judge(3, 4, "down", null)).toBe("better");
  expect(judge(4, 4, "down", null)).toBe("same");
  expect(judge(1, 0, "up", null)).toBe("better");
});

test("a change of less than 3 % of what was before is none", () => {
  expect(judge(93, 94, "down", null)).toBe("same");
  expect(judge(103, 100, "up", null)).toBe("better");
  expect(judge(97.1, 100, "up", null)).toBe("same");
  expect(judge(-102, -100, "up", null)).toBe("same");
});

// z by hand: pooled share p, |difference| ÷ √(p(1−p)(1/n + 1/m)), against 1.96
test("a share of counted cases is better or worse beyond what chance makes it differ", () => {
  // 131 of 437 after 117 of 409: p = 0.293, z = 0.44
  expect(judge(131 / 437, 117 / 409, "up", { now: 437, before: 409 })).toBe("same");
  // 11 of 524 after 8 of 533, 40 % more: z = 0.73
  expect(judge(11 / 524, 8 / 533, "up", { now: 524, before: 533 })).toBe("same");
  // 160 of 437 after 117 of 409: p = 0.327, z = 2.49
  expect(judge(160 / 437, 117 / 409, "up", { now: 437, before: 409 })).toBe("better");
  expect(judge(160 / 437, 117 / 409, "down", { now: 437, before: 409 })).toBe("worse");
});

test("a difference that isn't chance but small is about the same", () => {
  // 2.5 % more of 0.8, each of 100,000: z = 11
  expect(judge(0.82, 0.8, "up", { now: 100_000, before: 100_000 })).toBe("same");
});

test("what isn't a share of cases is judged by its size alone", () => {
  expect(judge(131 / 437, 117 / 409, "up", null)).toBe("better");
});
