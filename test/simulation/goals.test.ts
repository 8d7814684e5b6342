import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { sampleOptions } from "../../src/simulation/options.ts";
import { simulateFiles } from "./company.ts";

interface WrittenGoal {
  readonly id: string;
  readonly metric: string;
  readonly entity_type: string;
  readonly baseline: number;
  readonly target: number;
  readonly parent?: string;
}

const goalsOf = (text: string) => (parse(text) ?? []) as WrittenGoal[];

it("writes the sample's goals, byte for byte", () => {
  const sample = readFileSync("data/sample/plans/goals.yaml", "utf8");
  const files = simulateFiles(sampleOptions);
  expect(`${files.text("plans/goals.yaml")}\n`).toBe(sample);
}, 120_000);

it("hangs goals on bookings from the company down to a rep", () => {
  const goals = goalsOf(readFileSync("data/sample/plans/goals.yaml", "utf8"));
  const parentOf = (goal: WrittenGoal) => goals.find(({ id }) => id === goal.parent);
  const way = ["rep", "team", "region", "company"];
  let goal = goals.find(({ entity_type }) => entity_type === "rep");
  for (const type of way) {
    expect(goal).toMatchObject({ entity_type: type, metric: "bookings" });
    goal = goal && parentOf(goal);
  }
  expect(goal).toBeUndefined();
  expect(new Set(goals.map(({ metric }) => metric)).size).toBeGreaterThan(4);
});

it("sets no goal on what was never sold, and names no parent that isn't there", () => {
  for (const size of [
    { reps: 1, accounts: 1, years: 1 },
    { reps: 4, accounts: 15, years: 2 },
    // more teams than one in the region that a team is named for
    { reps: 90, accounts: 90, years: 2 },
  ]) {
    const goals = goalsOf(simulateFiles(size).text("plans/goals.yaml"));
    const ids = goals.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { baseline, parent } of goals) {
      expect(baseline).toBeGreaterThan(0);
      expect([undefined, ...ids]).toContain(parent);
    }
  }
});
