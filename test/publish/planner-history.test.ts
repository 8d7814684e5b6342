import { expect, test } from "vitest";
import { begun, redone, stepped, undone } from "../../reports/components/draft/history.ts";

test("steps are taken back and again, and a new one forgets what was taken back", () => {
  const three = stepped(stepped(begun(1), 2), 3);
  expect(undone(three)).toEqual({ past: [1], present: 2, future: [3] });
  expect(redone(undone(three))).toEqual(three);
  expect(stepped(undone(three), 4)).toEqual({ past: [1, 2], present: 4, future: [] });
});

test("at either end there is nothing further", () => {
  expect(undone(begun("a"))).toEqual(begun("a"));
  expect(redone(begun("a"))).toEqual(begun("a"));
});

test("two hundred steps are kept", () => {
  let history = begun(0);
  for (let step = 1; step <= 300; step++) history = stepped(history, step);
  for (let back = 0; back < 300; back++) history = undone(history);
  expect(history.present).toBe(100);
});
