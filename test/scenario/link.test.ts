import fc from "fast-check";
import { expect, test } from "vitest";
import { linkedIn, linkOf } from "../../src/scenario/link.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { scenarioText } from "../../src/scenario/text.ts";
import { planBase } from "./base.ts";
import { anyScenario } from "./random-scenario.ts";

const base = planBase();

test("a link holds any scenario and name, in letters that need no escape", () => {
  fc.assert(
    fc.property(fc.string(), anyScenario(base), (name, entry) => {
      const link = linkOf({ name, entry });
      expect(link).toMatch(/^[\w-]+$/);
      expect(linkedIn(link)).toEqual({ name, entry: JSON.parse(JSON.stringify(entry)) });
    }),
    { seed: 71, numRuns: 300 },
  );
});

test("what is no link holds nothing", () => {
  for (const fragment of ["", "%%%", "abc", btoa("{}"), btoa('"plan"'), btoa("[1]")])
    expect(linkedIn(fragment)).toBeUndefined();
});

test("a file written of any scenario reads as the same scenario", () => {
  fc.assert(
    fc.property(anyScenario(base), (entry) => {
      const said = Object.entries(entry).filter(
        ([, value]) => typeof value !== "object" || Object.keys(value).length > 0,
      );
      const { entry: read } = parseScenario(scenarioText(entry), "x", "x.yaml");
      expect(read).toEqual(Object.fromEntries(said));
    }),
    { seed: 72, numRuns: 300 },
  );
});

test("a file says years, notes and hires in the schema's order, whatever the order they came in", () => {
  expect(scenarioText({ hires: [], note: "Lean", growth: 0.05, year: "FY28" })).toBe(
    "year: FY28\nnote: Lean\ngrowth: 0.05\n",
  );
  expect(scenarioText({})).toBe("{}\n");
});
