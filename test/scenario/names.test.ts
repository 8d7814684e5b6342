import { expect, test } from "vitest";
import { InputErrors } from "../../src/errors.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { planOf } from "../../src/scenario/plan.ts";
import { chainOf, resolveScenario } from "../../src/scenario/resolve.ts";
import { planBase } from "./base.ts";

const base = planBase();
const read = (name: string, text: string) =>
  parseScenario(text, name, `plans/scenarios/${name}.yaml`);

test("every name that the plan doesn't know is told at once, with the file and line it stands at", () => {
  const wide = read(
    "wide",
    "hires:\n  - month: 2027-03\n    team: Team 0\n    role: account_exec\nlocked:\n  nobody: 5\n",
  );
  const own = read("own", "extends: wide\nleavers:\n  - { person: rep-99, month: 2027-04 }\n");
  const all = [wide, own];
  const mistakes = () => {
    try {
      planOf(base, resolveScenario("own", all), chainOf("own", all));
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      return error.errors.map(({ message, place }) => [message, place.file, place.line]);
    }
    return [];
  };
  expect(mistakes()).toEqual([
    ["unknown person: rep-99", "plans/scenarios/own.yaml", 3],
    ["unknown role: account_exec", "plans/scenarios/wide.yaml", 4],
    ["unknown person: nobody", "plans/scenarios/wide.yaml", 6],
  ]);
});

test("a misspelt name is told which is near it", () => {
  const market = [{ change: -0.1, team: "Taem 1" }];
  expect(() => planOf(base, { market })).toThrow(InputErrors);
  try {
    planOf(base, { market });
  } catch (error) {
    expect((error as InputErrors).errors[0]?.remedy).toBe('Did you mean "Team 1"?');
  }
});
