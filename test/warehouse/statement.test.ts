import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Identifier, loadStatement, quoteIdentifier } from "../../src/warehouse/statement.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { writeWorkspace } from "../workspaces/write.ts";

const folder = writeWorkspace({ "marts/one.sql": "-- one row\nselect {{it}}" });
const file = join(folder, "marts", "one.sql");
const rendered = (it: Identifier) => loadStatement(file, { it }).sql.replace("-- one row\n", "");

describe("a statement", () => {
  test("is named by its folder and file, from a path or an address", () => {
    expect(loadStatement(file, { it: "a" }).file).toBe("marts/one.sql");
    expect(loadStatement(pathToFileURL(file), { it: "a" }).file).toBe("marts/one.sql");
  });

  test("without an identifier that it names is a bug", () => {
    expect(() => loadStatement(file, { other: "a" })).toThrow(`missing identifier: it in ${file}`);
  });

  test.each<[string, Identifier, string]>([
    ["one name", 'a"b', 'select "a""b"'],
    ["columns", { columns: ["a", "b c"] }, 'select "a", "b c"'],
    ["columns of text", { text: ["a", "by"] }, 'select "a" varchar, "by" varchar'],
    ["columns of a CSV file", { csv: ["Id", "x'y"] }, `select "Id": 'VARCHAR', "x'y": 'VARCHAR'`],
    ["renamed columns", { renamed: [["Id", "id"]] }, 'select "Id" as "id"'],
    ["tables read as one", { union: ["a", "b"] }, 'select (from "a" union all by name from "b")'],
  ])("puts in %s", (_, identifier, sql) => {
    expect(rendered(identifier)).toBe(sql);
  });
});

test("any name is quoted so that the engine reads it as that name", async () => {
  const warehouse = await openWarehouse(":memory:");
  const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\0"));
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const sql = `select 1 as ${quoteIdentifier(text)}`;
      expect((await warehouse.query({ file: "test", sql })).columns).toEqual([text]);
    }),
    { numRuns: 60 },
  );
  warehouse.close();
});
