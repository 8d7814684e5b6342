import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complaintsOf } from "../workspaces/complaint.ts";
import { type Own, ownMetrics } from "../workspaces/own-metrics.ts";
import { small } from "../workspaces/small.ts";

const complaints = (...own: readonly Own[]) =>
  complaintsOf({ ...small, "company.yaml": ownMetrics(...own) });

/** Line of the formula in a file with one KPI; the formula begins in column 7. */
const line = 16;
const money = { unit: "money" } as const;

describe("a formula of a company's own says what is wrong, where, and what to do", () => {
  test.each([
    [
      "a syntax error",
      "sum(opportunity.amount_cents) / / 2",
      39,
      "invalid formula of ours: expected expression after /, at / 2",
      /^Use numbers/,
    ],
    [
      "a bracket left open",
      "sum(opportunity.amount_cents",
      35,
      "invalid formula of ours: expected ), at its end",
      /^Use numbers/,
    ],
    [
      "a sign outside the grammar",
      "count(opportunity) ** 2",
      27,
      "invalid formula of ours: expected expression after *, at * 2",
      /^Use numbers/,
    ],
    [
      "a function outside the grammar",
      "count(opportunity) + summ(opportunity.amount_cents)",
      28,
      'unknown function: "summ"',
      /^Did you mean "sum"\?$/,
    ],
    [
      "a function that reads files",
      "read_csv(opportunity.stage)",
      7,
      'unknown function: "read_csv"',
      /^Functions are sum, count, average, median, min, max\.$/,
    ],
    [
      "an unknown table",
      "sum(oportunity.amount_cents)",
      11,
      'unknown table: "oportunity"',
      /^Did you mean "opportunity"\?$/,
    ],
    [
      "an unknown column",
      "sum(opportunity.amount_cent)",
      11,
      'unknown column: "opportunity.amount_cent"',
      /^Did you mean "opportunity.amount_cents"\?$/,
    ],
    [
      "a column that no one may ask for",
      "count(opportunity, opportunity.constructor == 1)",
      26,
      'unknown column: "opportunity.constructor"',
      /^Columns of opportunity are amount_cents, /,
    ],
    [
      "a table that its rows don't reach",
      'count(activity, lead.status == "Open")',
      23,
      'unreachable table: "lead"',
      /^Rows of activity reach activity, opportunity, account\.$/,
    ],
    [
      "a table that isn't added up",
      "sum(account.employees)",
      11,
      'table for conditions alone: "account"',
      /^Its rows aren't added up: name it in a condition on rows of opportunity, .*, invoice\.$/,
    ],
    [
      "a sum of text",
      "sum(opportunity.stage)",
      11,
      "invalid sum: opportunity.stage is text",
      /^Count it/,
    ],
    [
      "text compared with a number",
      "count(opportunity, opportunity.stage > 3)",
      26,
      "invalid comparison: text with number in opportunity.stage > 3)",
      /^Compare like with like/,
    ],
    [
      "a date that is none",
      'count(opportunity, opportunity.close_date > "2026-13-01")',
      26,
      'invalid comparison: date with text in opportunity.close_date > "2026…',
      /^Compare like with like/,
    ],
    [
      "a day that its month hasn't",
      'count(opportunity, opportunity.close_date >= "2026-02-31")',
      26,
      'invalid comparison: date with text in opportunity.close_date >= "202…',
      /^Compare like with like/,
    ],
    [
      "a minus before text",
      "count(opportunity, opportunity.stage == -'x')",
      47,
      "invalid value: -'x')",
      /^Write a number/,
    ],
    [
      "a not before a comparison without brackets",
      'count(opportunity, not opportunity.stage == "a")',
      26,
      'invalid condition: not opportunity.stage == "a")',
      /^Put what isn't to hold in brackets: not \(/,
    ],
    [
      "a choice between two figures",
      "1 + (2 ? count(lead) : 3)",
      12,
      "invalid formula of ours: no figure, at 2 ? count(lead) : 3)",
      /^Use numbers/,
    ],
    [
      "a choice outside of a sum",
      "count(lead) - 1 ? 2 : 3",
      7,
      "invalid formula of ours: no figure, at count(lead) - 1 ? 2 : 3",
      /^Use numbers/,
    ],
    [
      "a list",
      "count(lead) + [1, 2]",
      21,
      "invalid formula of ours: no figure, at [1, 2]",
      /^Use numbers/,
    ],
    [
      "a column outside of a sum",
      "opportunity.amount_cents / 2",
      7,
      "invalid formula of ours: a column outside of sum, count, average …, at opportunity.amount_cents / 2",
      /^Use numbers/,
    ],
    [
      "a division by zero",
      "sum(opportunity.amount_cents) / (2 - 2)",
      40,
      "division by zero: sum(opportunity.amount_cents) …",
      /^Divide by something that can differ from zero\.$/,
    ],
    [
      "money added to a count",
      "sum(opportunity.amount_cents) + count(opportunity)",
      39,
      "unlike units: money + a plain number",
      /^Add and subtract only/,
    ],
    [
      "no column at all",
      "1 + 1",
      7,
      "invalid formula of ours: no column of the company's is in it, at 1 + 1",
      /^Use numbers/,
    ],
  ])("%s", async (_, formula, column, message, remedy) => {
    const [found = "", ...more] = await complaints({ ...money, formula });
    expect(more).toEqual([]);
    const [said, place, todo] = found.split("\n  ");
    expect(said).toBe(message);
    expect(place).toBe(`in company.yaml, line ${line}, column ${column}`);
    expect(todo).toMatch(remedy);
  });
});

describe("the rest of a KPI of a company's own", () => {
  const formula = "count(opportunity)";

  test.each([
    [
      "a name that a built-in metric has",
      { name: "win_rate", formula, unit: "count" },
      'metric name taken: "win_rate"\n  in company.yaml, line 13, column 11\n  A built-in metric has it; choose another.',
    ],
    [
      "an unknown unit",
      { formula, unit: "cuont" },
      'unknown unit of ours: "cuont"\n  in company.yaml, line 17, column 11\n  Did you mean "count"?',
    ],
    [
      "a unit that the formula can't give",
      { formula, unit: "money" },
      'invalid unit of ours: "money"\n  in company.yaml, line 17, column 11\n  The formula gives a plain number, the unit is money.',
    ],
    [
      "an unknown date basis",
      { formula, unit: "count", date_basis: "closed_date" },
      'unknown date_basis of ours: "closed_date"\n  in company.yaml, line 18, column 17\n  Did you mean "close_date"?',
    ],
    [
      "a date that the rows don't have",
      { formula: "count(lead)", unit: "count", date_basis: "close_date" },
      'invalid date_basis of ours: "close_date"\n  in company.yaml, line 18, column 17\n  Rows of lead are dated by created_cohort, period.',
    ],
  ])("%s is refused", async (_, own, message) => {
    expect(await complaints(own)).toEqual([message]);
  });

  test("a formula of brackets without end is told by its length", async () => {
    const nested = (depth: number) => `${"(".repeat(depth)}count(lead)${")".repeat(depth)}`;
    expect(await complaints({ formula: nested(480), unit: "count", date_basis: "period" })).toEqual(
      [],
    );
    const [said] = await complaints({ formula: nested(20_000), unit: "count" });
    expect(said).toMatch(/^invalid formula of "ours": .*1000 characters/);
  });

  test("two of one name, and every mistake of several at once", async () => {
    const ours = { formula, unit: "count" };
    const said = await complaints(ours, ours, { ...ours, name: "third", formula: "2 +" });
    expect(said.map((text) => text.split("\n")[0])).toEqual([
      'metric name taken: "ours"',
      "invalid formula of third: expected expression after +, at its end",
    ]);
  });

  test("a name in capitals and a missing definition are told with the rest of the file", async () => {
    const file = ownMetrics({ name: "Ours", formula, unit: "count" });
    const said = await complaintsOf({
      ...small,
      "company.yaml": file.replace(/ *definition: .*\n/, ""),
    });
    expect(said.map((text) => text.split("\n")[0])).toEqual([
      'invalid name of "Ours": a name is lower-case letters, digits and _',
      'missing key: definition of "Ours"',
    ]);
  });
});

test("no text makes a formula break anything but itself", async () => {
  const words = fc.constantFrom(
    "sum(",
    "count(",
    "opportunity",
    ".",
    "amount_cents",
    ")",
    "/",
    "*",
    "-",
    "0",
    "1.5",
    '"',
    "'",
    "and",
    "not ",
    "==",
    "; drop table run",
    "--",
    "π",
    "[",
    "]",
    "?",
    ",",
    " ",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 12 }), async (parts) => {
      const formula = JSON.stringify(parts.join(""));
      const file = ownMetrics({ formula: "FORMULA", unit: "count" });
      const yaml = file.replace(/>-\n *FORMULA/, () => formula);
      const said = await complaintsOf({ ...small, "company.yaml": yaml });
      // read, or refused with a place; never a fault of ours
      for (const text of said) expect(text).toMatch(/\n {2}in company\.yaml, line \d+/);
    }),
    { numRuns: 25, seed: 3 },
  );
});
