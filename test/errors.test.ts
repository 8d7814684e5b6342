import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatInputError,
  formatPlace,
  InputError,
  InputErrors,
  nearest,
  QueryError,
  RefusedError,
} from "../src/errors.ts";

describe("an input error", () => {
  test("reads as what, where and remedy, one line each", () => {
    const error = new InputError('unknown stage: "Verbal"', {
      file: "Opportunity.csv",
      line: 12,
      column: "StageName",
      remedy: "Add it under stages.",
    });
    expect(formatInputError(error)).toBe(
      'unknown stage: "Verbal"\n  in Opportunity.csv, line 12, column StageName\n  Add it under stages.',
    );
  });

  test("leaves out the place when nothing is known of it", () => {
    expect(formatInputError(new InputError("missing workspace: x", { remedy: "Name one." }))).toBe(
      "missing workspace: x\n  Name one.",
    );
  });

  test("tells only the parts of its place that are known", () => {
    expect(formatPlace({})).toBe("");
    expect(formatPlace({ line: 1 })).toBe("line 1");
    expect(formatPlace({ file: "a.csv", column: "Id" })).toBe("a.csv, column Id");
  });
});

test("errors found together are reported together", () => {
  const errors = ["first", "second"].map((what) => new InputError(what, { remedy: "Mend it." }));
  expect(new InputErrors(errors).message).toBe("first\nsecond");
});

test("a query error names its SQL file and keeps the engine's error as its cause", () => {
  const cause = new Error("no such column");
  const error = new QueryError("marts/rep.sql", cause);
  expect(error.message).toBe("failed query: marts/rep.sql: no such column");
  expect(error.cause).toBe(cause);
  expect(new QueryError("marts/rep.sql", "odd").message).toBe("failed query: marts/rep.sql: odd");
});

test("a refusal lists every check that refused", () => {
  expect(new RefusedError(["a is 2", "b is 3"]).message).toBe("a is 2\nb is 3");
});

describe("the nearest known word", () => {
  const known = ["fiscal_year_starts", "currency", "time_zone", "sources"];

  test.each([
    ["fiscal_year_start", "fiscal_year_starts"],
    ["FiscalYearStarts", "fiscal_year_starts"],
    ["curency", "currency"],
    ["timezone", "time_zone"],
  ])("%s is %s", (word, meant) => {
    expect(nearest(word, known)).toBe(meant);
  });

  test("is none when no word is near", () => {
    expect(nearest("commission", known)).toBeUndefined();
    expect(nearest("a", [])).toBeUndefined();
  });

  test("takes the alphabetically first of two that are as near", () => {
    expect(nearest("cat", ["hat", "bat"])).toBe("bat");
  });

  test("finds a known word behind any one wrong letter", () => {
    const misspelt = fc.tuple(fc.constantFrom(...known), fc.nat(), fc.constantFrom(..."xyz"));
    fc.assert(
      fc.property(misspelt, ([word, at, letter]) => {
        const cut = at % word.length;
        expect(nearest(word.slice(0, cut) + letter + word.slice(cut + 1), known)).toBe(word);
      }),
    );
  });
});
