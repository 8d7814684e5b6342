import { describe, expect, test } from "vitest";
import { formatInputError, InputErrors } from "../../src/errors.ts";
import { parseTerritories, territoriesOn } from "../../src/workspace/territories.ts";

const whole = `- effective_from: 2026-02-01
  recorded_on: 2026-01-20
  territories:
    - name: Enterprise East
      owner: P012
      team: Enterprise East
      rules:
        - { segment: Enterprise, country: [US, CA] }
        - accounts: A7
    - name: Mid-market
      owner: vacant
      rules:
        - segment: Mid-market
          size: { min_employees: 100, max_employees: 999 }
  exceptions:
    - { account: A1, territory: Mid-market, until: 2026-12-31, reason: won there }
  holdouts:
    - { account: A2, until: 2026-09-30, reason: deal under way }
  moves:
    most_moves: 40
    keep_incumbents: 0.001
    within: region
    protected: [A3]
`;

const read = (text: string) => parseTerritories(text, "territories.yaml");

/** What is said of a file, each mistake as its reader sees it. */
function mistakes(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    return error.errors.map(formatInputError);
  }
  return [];
}

function changed(line: string, into: string): string {
  expect(whole).toContain(line);
  return whole.replace(line, into);
}

const told = (message: string, line: number, remedy: string) =>
  `${message}\n  in territories.yaml, line ${line}\n  ${remedy}`;

describe("a territories file", () => {
  test("is read whole", () => {
    const unasked = {
      segment: null,
      industry: null,
      country: null,
      region: null,
      minEmployees: null,
      maxEmployees: null,
      accounts: null,
      product: null,
    };
    expect(read(whole)).toEqual([
      {
        effectiveFrom: "2026-02-01",
        recordedOn: "2026-01-20",
        territories: [
          {
            name: "Enterprise East",
            owner: "P012",
            team: "Enterprise East",
            line: 4,
            rules: [
              { ...unasked, segment: ["Enterprise"], country: ["US", "CA"], line: 8 },
              { ...unasked, accounts: ["A7"], line: 9 },
            ],
          },
          {
            name: "Mid-market",
            owner: null,
            team: null,
            line: 10,
            rules: [
              {
                ...unasked,
                segment: ["Mid-market"],
                minEmployees: 100,
                maxEmployees: 999,
                line: 13,
              },
            ],
          },
        ],
        exceptions: [
          {
            account: "A1",
            territory: "Mid-market",
            effectiveFrom: null,
            until: "2026-12-31",
            reason: "won there",
            line: 16,
          },
        ],
        holdouts: [
          {
            account: "A2",
            effectiveFrom: null,
            until: "2026-09-30",
            reason: "deal under way",
            line: 18,
          },
        ],
        moves: { mostMoves: 40, keepIncumbents: 0.001, within: "region", protected: ["A3"] },
      },
    ]);
  });

  test("may leave out what it has nothing to say of", () => {
    const [plan] = read(
      "- effective_from: 2026-02-01\n  territories:\n    - { name: T, owner: 7 }\n",
    );
    expect(plan).toMatchObject({
      recordedOn: null,
      territories: [{ owner: "7", team: null, rules: [] }],
      exceptions: [],
      holdouts: [],
      moves: { mostMoves: null, keepIncumbents: null, within: "team", protected: [] },
    });
    expect(read("# nothing yet\n")).toEqual([]);
  });

  test("holds several plans, of which the latest known one counts on a day", () => {
    const plans = read(
      ["2026-08-01", "2026-02-01\n  recorded_on: 2026-03-01", "2026-02-01"]
        .map((from) => `- effective_from: ${from}\n  territories: [{ name: T, owner: P1 }]\n`)
        .join(""),
    );
    const on = (day: string) => {
      const plan = territoriesOn(plans, day);
      return plan && [plan.effectiveFrom, plan.recordedOn];
    };
    expect(on("2026-01-31")).toBeUndefined();
    expect(on("2026-02-01")).toEqual(["2026-02-01", null]);
    expect(on("2026-03-01")).toEqual(["2026-02-01", "2026-03-01"]);
    expect(on("2026-08-01")).toEqual(["2026-08-01", null]);
  });

  test.each([
    [
      "a misspelt key",
      "most_moves: 40",
      "max_moves: 40",
      "unknown key: max_moves",
      20,
      'Did you mean "most_moves"?',
    ],
    [
      "a misspelt condition",
      "segment: Mid-market",
      "segmet: Mid-market",
      "unknown key: segmet",
      13,
      'Did you mean "segment"?',
    ],
    [
      "no owner",
      "      owner: P012\n",
      "",
      'missing key: owner of "Enterprise East"',
      4,
      "Add owner: …",
    ],
    [
      "a date that is none",
      "until: 2026-09-30",
      "until: 2026-09-31",
      "invalid 0.holdouts.0.until: a date, written as YYYY-MM-DD",
      18,
      "Mend 0.holdouts.0.until in territories.yaml.",
    ],
    [
      "a holdout without an end",
      "account: A2, until: 2026-09-30",
      "account: A2",
      "missing key: until of 0.holdouts.0",
      18,
      "Add until: …",
    ],
    [
      "two territories of one name",
      "name: Mid-market",
      "name: Enterprise East",
      'duplicate territory: "Enterprise East"',
      10,
      "Give each territory a name of its own, or put their rules together.",
    ],
    [
      "an exception to no territory",
      "territory: Mid-market",
      "territory: Midmarkt",
      'unknown territory: "Midmarkt"',
      16,
      'Did you mean "Mid-market"?',
    ],
    [
      "a rule that asks for nothing",
      "- accounts: A7",
      "- {}",
      'empty rule of territory: "Enterprise East"',
      9,
      "Give it a segment, industry, country, region, size, product or accounts.",
    ],
    [
      "a size that no number has",
      "min_employees: 100",
      "min_employees: 1000",
      'invalid size of "Mid-market": no number',
      14,
      "It asks for at least 1000 and at most 999: mend one of them.",
    ],
    [
      "an end before the beginning",
      "account: A2, until: 2026-09-30",
      "account: A2, effective_from: 2026-10-01, until: 2026-09-30",
      "invalid until: 2026-09-30",
      18,
      "It begins on 2026-10-01: let it last until that day or a later one.",
    ],
    [
      "two holdouts at once",
      "  holdouts:\n",
      "  holdouts:\n    - { account: A2, until: 2026-08-31 }\n",
      'duplicate account: "A2"',
      19,
      "Keep one of them, or give them days that don't overlap.",
    ],
  ])("with %s is refused", (_, line, into, message, at, remedy) => {
    expect(mistakes(changed(line, into)).filter((one) => one.startsWith(message))).toEqual([
      told(message, at, remedy),
    ]);
  });

  test("tells a plan that stands twice, and one that is no list", () => {
    expect(mistakes(whole + whole)).toEqual([
      told(
        "duplicate plan: from 2026-02-01",
        24,
        "Give the later one a recorded_on of its own, or remove one of them.",
      ),
    ]);
    expect(mistakes("effective_from: 2026-02-01\n")[0]).toMatch(/^invalid territories file: /);
  });
});
