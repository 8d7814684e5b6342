import { describe, expect, test } from "vitest";
import { stepsOfDates } from "../../../src/forecast/series/steps.ts";
import { readSeries } from "../../../src/forecast/series/table.ts";
import { inputError } from "../../input-error.ts";

function read(text: string) {
  const [headings = [], ...rows] = text.split("\n").map((line) => line.split(","));
  const whole = rows.map((cells, index) => ({ line: index + 2, cells }));
  return readSeries({ path: "sales.csv", headings, rows: whole.slice(0, -1) });
}

describe("a table of series", () => {
  test("is read whatever the order of its rows and columns", () => {
    expect(read("y,series_id,t\n3,a,2\n1.5,a,1\n9,b,7\n")).toEqual([
      { seriesId: "a", y: [1.5, 3] },
      { seriesId: "b", y: [9] },
    ]);
  });

  test("has missing values where y is empty or a step has no row", () => {
    expect(read("series_id,t,y\na,1,5\na,2,\na,4,7\n")[0]?.y).toEqual([5, null, null, 7]);
  });

  test("may name dates instead of steps", () => {
    const text = "series_id,date,y\na,2026-01-31,1\na,2026-02-28,2\na,2026-04-30,4\n";
    expect(read(text)[0]?.y).toEqual([1, 2, null, 4]);
  });
});

test.each([
  ["years", ["2024-06-30", "2022-06-30", "2025-06-30"], [2, 0, 3]],
  ["quarters", ["2025-01-01", "2025-04-01", "2025-10-01"], [0, 1, 3]],
  ["months", ["2024-12-31", "2025-01-31", "2025-03-31"], [0, 1, 3]],
  ["weeks", ["2026-01-05", "2026-01-12", "2026-01-26"], [0, 1, 3]],
  ["days", ["2026-01-05", "2026-01-06", "2026-01-08"], [0, 1, 3]],
])("dates are numbered in %s", (_, dates, steps) => {
  expect(stepsOfDates(dates)).toEqual(steps);
});

describe("a table that can't be read says where and why", () => {
  test.each([
    ["series_id,t,y\n", "missing rows: sales.csv", { file: "sales.csv" }],
    ["id,t,y\na,1,2\n", "missing column: series_id in sales.csv", { file: "sales.csv", line: 1 }],
    ["series_id,t,z\na,1,2\n", "missing column: y in sales.csv", { file: "sales.csv", line: 1 }],
    ["series_id,t,y\na,1,2\na,1,3\n", "repeated t: 1", { file: "sales.csv", line: 3, column: "t" }],
    [
      "series_id,date,y\na,2026-01-01,2\na,2026-02-01,2\na,2026-02-01,3\n",
      "repeated date: 2026-02-01",
      { file: "sales.csv", line: 4, column: "date" },
    ],
    [
      "series_id,t,y\na,1,2\na,99999999,3\n",
      'invalid t: series "a"',
      { file: "sales.csv", column: "t" },
    ],
  ])("%j", (text, message, place) => {
    expect(() => read(text)).toThrow(inputError(message, place));
  });

  test.each([
    ["a,1,twelve\n", ['invalid number: "twelve"', { file: "sales.csv", line: 2, column: "y" }]],
    ["a,1,Infinity\n", ['invalid number: "Infinity"', { file: "sales.csv", line: 2, column: "y" }]],
    ["a,1.5,2\n", ['invalid t: "1.5"', { file: "sales.csv", line: 2, column: "t" }]],
    [",1,2\n", ["missing series_id", { file: "sales.csv", line: 2, column: "series_id" }]],
  ] as const)("row %j", (row, expected) => {
    const attempt = () => read(`series_id,t,y\n${row}`);
    expect(attempt).toThrow(
      expect.objectContaining({ errors: [inputError(expected[0], expected[1])] }),
    );
  });

  test("all bad rows at once", () => {
    expect(() => read("series_id,t,y\na,x,1\na,2,?\nb,1,3\n")).toThrow(
      expect.objectContaining({
        errors: [
          inputError('invalid t: "x"', { file: "sales.csv", line: 2, column: "t" }),
          inputError('invalid number: "?"', { file: "sales.csv", line: 3, column: "y" }),
        ],
      }),
    );
  });
});
