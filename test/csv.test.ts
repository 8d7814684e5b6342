import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCsv, neutralise } from "../src/csv.ts";

const columns = [
  { heading: "Name", value: (row: { name: string; amount: number | null }) => row.name },
  { heading: "Amount", value: (row: { name: string; amount: number | null }) => row.amount },
];

describe("CSV for spreadsheets", () => {
  test("quotes what needs it and ends lines as RFC 4180 says", () => {
    const text = formatCsv(columns, [{ name: 'Acme, "North"', amount: 12.5 }]);
    expect(text).toBe('Name,Amount\r\n"Acme, ""North""",12.5\r\n');
  });

  test("a missing value is an empty cell", () => {
    expect(formatCsv(columns, [{ name: "A", amount: null }])).toBe("Name,Amount\r\nA,\r\n");
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j can't run", (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
  });

  test("a negative number stays a number", () => {
    expect(formatCsv(columns, [{ name: "A", amount: -5 }])).toContain("A,-5");
  });

  test("an amount is written with the decimals of its currency", () => {
    const amounts = [
      { heading: "Amount", value: (cents: number) => cents / 100, decimals: () => 2 },
    ];
    expect(formatCsv(amounts, [-1500, 7])).toBe("Amount\r\n-15.00\r\n0.07\r\n");
  });

  test("no text cell begins as a formula, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [, line] = formatCsv(columns, [{ name, amount: 1 }]).split("\r\n");
        expect(line).not.toMatch(/^"?[=+@-]/);
      }),
    );
  });
});
