import { cast, literal, Query } from "@uwdata/mosaic-sql";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aggregateView } from "../../pipelines/metrics/aggregate-query.ts";
import { figureOf } from "../../pipelines/metrics/figure.ts";
import {
  type Aggregate,
  type Expression,
  formulaAggregates,
} from "../../src/metrics/formula/expression.ts";
import { readFormula } from "../../src/metrics/formula/read.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { parseCompany } from "../../src/workspace/company.ts";
import { ownMetrics } from "../workspaces/own-metrics.ts";

const read = (text: string) => readFormula({ metric: "ours", text, at: () => ({}) });

interface Told {
  readonly rows: number;
  readonly values: number;
  readonly value: number | null;
}
const tally = (rows: number, values: number, value: number | null): Told => ({
  rows,
  values,
  value,
});

/** What a formula comes to where each of its aggregates finds the same rows. */
async function workedOut(warehouse: Warehouse, text: string, { rows, values, value }: Told) {
  const told = {
    rows: literal(rows),
    values: literal(values),
    value: cast(literal(value), "DOUBLE"),
  };
  const figure = figureOf(read(text).formula.numerator, () => told);
  const statement = { file: "figure", sql: String(Query.select({ figure }).from("one")) };
  const [row] = await warehouse.all<{ figure: number | null }>(statement);
  return row?.figure;
}

async function engine(): Promise<Warehouse> {
  const warehouse = await openWarehouse(":memory:");
  await warehouse.run({ file: "one", sql: "create table one as select 1 as row" });
  return warehouse;
}

const operators = ["+", "-", "*", "/"] as const;
const arithmetic: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.integer({ min: 1, max: 9 }).map(String),
    fc
      .tuple(tie("node"), fc.constantFrom(...operators), tie("node"))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie("node").map((node) => `(-${node})`),
  ),
})).node;

describe("a formula", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await engine();
  });
  afterAll(() => warehouse.close());

  // an independent reading of the same text: JavaScript's own
  test("is worked out with the precedence of arithmetic", async () => {
    await fc.assert(
      fc.asyncProperty(arithmetic, arithmetic, async (left, right) => {
        const text = `${left} - ${right} * count(opportunity) + 2`;
        const expected = Function("n", `return ${text.replace("count(opportunity)", "n")}`)(3);
        fc.pre(Number.isFinite(expected) && !text.includes("/ 0"));
        try {
          read(text);
        } catch {
          return; // a part divides by zero
        }
        expect(await workedOut(warehouse, text, tally(3, 3, null))).toBeCloseTo(expected, 6);
      }),
    );
  });

  test.each([
    ["sum(opportunity.amount_cents)", tally(0, 0, null), 0],
    ["sum(opportunity.amount_cents)", tally(2, 0, null), null],
    ["average(opportunity.amount_cents)", tally(0, 0, null), Number.NaN],
    ["average(opportunity.amount_cents)", tally(3, 0, null), null],
    ["average(opportunity.amount_cents)", tally(3, 2, 100), 50],
    ["count(opportunity)", tally(3, 2, null), 3],
    ["count(opportunity.amount_cents)", tally(3, 2, null), 2],
    ["0.1 * count(opportunity)", tally(3, 2, null), 0.1 * 3],
    ["-count(opportunity)", tally(0, 0, null), 0],
    ["1 + 2 / count(opportunity)", tally(0, 0, null), Number.NaN],
    ["2 / count(opportunity) / count(opportunity)", tally(0, 0, null), Number.NaN],
    ["sum(opportunity.term_months) / (count(opportunity) - 1)", tally(1, 0, null), null],
    ["1 + sum(opportunity.term_months) / count(opportunity)", tally(1, 0, null), null],
  ])("%s of %o is %s", async (text, told, figure) => {
    expect(await workedOut(warehouse, text, told)).toBe(figure);
  });

  test("divides last where it divides last, and shows both parts", () => {
    const { formula } = read("2 * count(lead) / (count(lead) + 1)");
    expect(formula.denominator).toMatchObject({ kind: "arithmetic", operator: "+" });
    expect(formulaAggregates(formula)).toHaveLength(2);
    expect(read("count(lead) / 2 - 1").formula.denominator).toBeNull();
  });

  test("is measured in what comes out of it", () => {
    const { dimension } = read("sum(opportunity.amount_cents) / sum(opportunity.cycle_days) * 30");
    expect(dimension).toEqual({ money: 1, days: -1 });
  });
});

test("whatever text a condition compares with is a value of the query, never a part of it", async () => {
  const warehouse = await openWarehouse(":memory:");
  const columns =
    "entity_type varchar, entity_id varchar, view varchar, period varchar, period_start date, opportunity__stage varchar";
  await warehouse.run({ file: "rows", sql: `create table own_rows (${columns})` });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 12 }), async (stage) => {
      fc.pre(!stage.includes("\0"));
      await warehouse.run({ file: "empty", sql: "delete from own_rows" });
      const key = { entity_type: "company", entity_id: "Acme", view: "both", period: "month" };
      await warehouse.append("own_rows", [
        { ...key, opportunity__stage: stage },
        { ...key, opportunity__stage: `${stage}'` },
      ]);
      const column = {
        kind: "column",
        table: "opportunity",
        name: "stage",
        isDecimal: false,
      } as const;
      const counted: Aggregate = {
        kind: "aggregate",
        aggregation: "count",
        table: "opportunity",
        column: null,
        condition: {
          kind: "comparison",
          operator: "==",
          left: column,
          right: { kind: "literal", value: stage },
        },
      };
      await warehouse.run(aggregateView("own_total", "own_rows", [counted], [counted]));
      expect(await warehouse.table("own_total", ["view"])).toMatchObject([{ rows_0: 1 }]);
    }),
    { numRuns: 200 },
  );
  warehouse.close();
});

test.each([
  ["plain", (formula: string) => formula, 14],
  ["in double quotes", (formula: string) => JSON.stringify(formula), 14],
  ["in single quotes", (formula: string) => `'${formula.replaceAll("'", "''")}'`, 14],
  ["folded", (formula: string) => `>-\n      ${formula}`, 15],
])("the place of a character is found in text %s", (_, written, line) => {
  const formula = `count(lead, lead.status == "It's \\"new\\"") / count(lead)`;
  const file = ownMetrics({ formula: "FORMULA" }).replace(/>-\n *FORMULA/, () => written(formula));
  const [own] = parseCompany(file, "company.yaml", ["salesforce"]).ownMetrics;
  expect(own?.formula).toBe(formula);
  const text = file.split("\n")[line] ?? "";
  const column = text.lastIndexOf("count(lead)") + 1;
  const place = own?.at("formula", formula.lastIndexOf("count(lead)"));
  expect(place).toEqual({ file: "company.yaml", line: line + 1, column: String(column) });
});

/** Every kind of part that an expression has is read. */
test("negations and numbers are parts", () => {
  const { numerator } = read("-(count(lead) - 1.5)").formula;
  const kinds = (part: Expression): string[] => {
    if (part.kind === "negation") return ["negation", ...kinds(part.operand)];
    if (part.kind === "arithmetic")
      return ["arithmetic", ...kinds(part.left), ...kinds(part.right)];
    return [part.kind];
  };
  expect(kinds(numerator)).toEqual(["negation", "arithmetic", "aggregate", "number"]);
});
