import { describe, expect, test } from "vitest";
import { InputErrors } from "../../src/errors.ts";
import { parseScenario } from "../../src/scenario/parse.ts";
import { resolveScenario } from "../../src/scenario/resolve.ts";

const read = (text: string, name = "stretch") =>
  parseScenario(text, name, `plans/scenarios/${name}.yaml`);

function mistakesIn(text: string) {
  try {
    read(text);
  } catch (error) {
    const errors =
      error instanceof InputErrors ? error.errors : [error as InputErrors["errors"][0]];
    return errors.map(({ message, place, remedy }) => [message, place?.line, remedy]);
  }
  return [];
}

describe("a scenario's file", () => {
  test("may say nothing, or everything", () => {
    expect(read("").entry).toEqual({});
    const { entry } = read(`
extends: downturn
growth: 0.15
over_assignment: { rep: 0.05 }
guardrails: { most_change: 0.4, least_change: null }
round_to: 5000
hires: [{ month: 2027-03, team: East, role: account_executive }]
leavers: [{ person: P012, month: 2027-06 }]
attrition: 0.1
ramp: { account_executive: [0, 0.5] }
territory_moves: [{ account: 001, to: P015 }]
seasonality: [0.2, 0.2, 0.25, 0.35]
market: [{ change: -0.1, from: 2027-08, team: East }]
locked: { P001: 1200000 }
`);
    expect(entry.hires).toEqual([
      { month: "2027-03", team: "East", role: "account_executive", count: 1 },
    ]);
    expect(entry.guardrails).toEqual({ most_change: 0.4, least_change: null });
  });

  test("a misspelt key says which was meant, with its line", () => {
    expect(mistakesIn("growth: 0.1\nleaver: []\n")).toEqual([
      ["unknown key: leaver", 2, 'Did you mean "leavers"?'],
    ]);
    expect(mistakesIn("hires:\n  - { month: 2027-03, team: East, rol: x }\n")).toContainEqual([
      "unknown key: rol",
      2,
      'Did you mean "role"?',
    ]);
  });

  test("growth of −100 %, a bad month, shares that don't sum to 1 and two targets are refused", () => {
    const [growth] = mistakesIn("growth: -1\n");
    expect(growth?.[0]).toBe("invalid growth: a change of more than −100 %");
    expect(mistakesIn("leavers: [{ person: P1, month: 2027-13 }]")[0]?.[0]).toBe(
      "invalid leavers.0.month: a month is written 2027-03",
    );
    expect(mistakesIn("seasonality: [0.5, 0.5, 0.5, 0.5]")[0]?.[0]).toBe(
      "invalid seasonality: the four shares sum to 1",
    );
    expect(mistakesIn("target: 9\ngrowth: 0.1\n")[0]?.[0]).toBe("several targets: 9, 0.1");
  });
});

describe("what a scenario extends", () => {
  const downturn = read("market: [{ change: -0.1 }]\ngrowth: 0.2\nattrition: 0.1\n", "downturn");
  const careful = read(
    "extends: downturn\nshare_at_quota: 0.6\nmarket: [{ change: -0.05 }]\nlocked: { P1: 5 }\n",
    "careful",
  );
  const more = read("extends: careful\nlocked: { P2: 7 }\nattrition: 0\n", "more");

  test("is filled in: lists added to, maps by key, the last target said", () => {
    expect(resolveScenario("more", [downturn, careful, more])).toEqual({
      market: [{ change: -0.1 }, { change: -0.05 }],
      share_at_quota: 0.6,
      attrition: 0,
      locked: { P1: 5, P2: 7 },
    });
  });

  test("can't be itself, however far", () => {
    const one = read("extends: two\n", "one");
    const two = read("extends: one\n", "two");
    expect(() => resolveScenario("one", [one, two])).toThrow(
      "scenario that extends itself: one → two → one",
    );
  });

  test("has to be there, and near names are told", () => {
    expect(() => resolveScenario("downturm", [downturn])).toThrow("unknown scenario: downturm");
    expect(() => resolveScenario("careful", [careful])).toThrow("unknown scenario: downturn");
  });
});
