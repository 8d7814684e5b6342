import { expect, test } from "vitest";
import { load } from "../workspaces/build.ts";
import { small } from "../workspaces/small.ts";

test("a clean workspace fires no check", async () => {
  const { checks, all } = await load(small);
  expect(checks.filter(({ status }) => status !== "pass")).toEqual([]);
  expect(await all("from finding")).toEqual([]);
});
test("again", async () => {
  const { checks } = await load(small);
  expect(checks.filter(({ status }) => status !== "pass")).toEqual([]);
});
test("again2", async () => {
  const { checks } = await load(small);
  expect(checks.filter(({ status }) => status !== "pass")).toEqual([]);
});
