import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { QueryError } from "../../src/errors.ts";
import type { Statement } from "../../src/warehouse/statement.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";

const written = (sql: string): Statement => ({ file: "test.sql", sql });
let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse(":memory:");
});
afterAll(() => warehouse.close());

describe("values", () => {
  test("whole numbers of any width come as numbers, dates and times as text", async () => {
    const sql = `select 1::tinyint as a, 9007199254740991::bigint as b, 12::hugeint as c,
      date '2026-02-28' as d, timestamp '2026-02-28 13:05:09' as e, 0.5::double as f,
      true as g, null as h, ['x', 'y'] as i, 'é"''' as j`;
    expect(await warehouse.all(written(sql))).toEqual([
      {
        a: 1,
        b: 9_007_199_254_740_991,
        c: 12,
        d: "2026-02-28",
        e: "2026-02-28T13:05:09",
        f: 0.5,
        g: true,
        h: null,
        i: ["x", "y"],
        j: "é\"'",
      },
    ]);
  });

  test("parameters are bound by name, never read as SQL", async () => {
    const values = { text: "'); drop table x; --", list: ["a", "b"], number: 3, none: null };
    const sql =
      "select $text as text, list_contains($list, 'b') as found, $number as n, $none as z";
    expect(await warehouse.all(written(sql), values)).toEqual([
      { text: values.text, found: true, n: 3, z: null },
    ]);
  });

  test("a query of any shape gives its columns apart from its rows", async () => {
    expect(await warehouse.query(written("select 1 as a, 2 as a, 'x' as b"))).toEqual({
      columns: ["a", "a:1", "b"],
      rows: [[1, 2, "x"]],
    });
  });
});

describe("appending", () => {
  const row = {
    label: 'an é, "quoted"\nand more',
    count: 5,
    whole: 9_007_199_254_740_991,
    share: 0.1,
    is_open: false,
    day: "0001-01-01",
    moment: "2026-07-03T02:30:00",
    names: ["a", "b"],
  };

  test("every type comes back as it went in, and a column left out is null", async () => {
    await warehouse.run(
      written(`create table every_type (label varchar, count integer, whole bigint, share double,
        is_open boolean, day date, moment timestamp, names varchar[])`),
    );
    await warehouse.append("every_type", [row, { label: "only" }, { ...row, day: "9999-12-31" }]);
    const rows = await warehouse.table("every_type", ["label", "day"]);
    const nothing = Object.fromEntries(Object.keys(row).map((name) => [name, null]));
    expect(rows).toEqual([row, { ...row, day: "9999-12-31" }, { ...nothing, label: "only" }]);
  });

  test("a table's rows come in the order asked for", async () => {
    await warehouse.run(written("create table pair (a integer, b integer)"));
    await warehouse.append("pair", [
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 1, b: 1 },
    ]);
    const rows = await warehouse.table<{ a: number; b: number }>("pair", ["a", "b"]);
    expect(rows.map(({ a, b }) => [a, b])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
  });

  test("names may hold quotes, blanks and capitals", async () => {
    await warehouse.run(written('create table "odd ""name" ("a ""b" integer)'));
    await warehouse.append('odd "name', [{ 'a "b': 7 }]);
    expect(await warehouse.table('odd "name', ['a "b'])).toEqual([{ 'a "b': 7 }]);
  });

  test("a value that breaks the table's rules names the table", async () => {
    await warehouse.run(written("create table strict (id integer not null primary key)"));
    const adding = warehouse.append("strict", [{ id: 1 }, { id: 1 }]);
    await expect(adding).rejects.toThrow(/^failed query: strict: .*uplicate/s);
  });
});

test("a failed statement names its file and keeps the engine's error", async () => {
  const failing = warehouse.run({ file: "marts/rep.sql", sql: "select nothing from nowhere" });
  await expect(failing).rejects.toThrow(QueryError);
  await expect(failing).rejects.toThrow(/^failed query: marts\/rep\.sql: .*nowhere/s);
});

test("the number of changed rows is told", async () => {
  await warehouse.run(written("create table counted (n integer)"));
  expect(await warehouse.run(written("insert into counted values (1), (2), (3)"))).toBe(3);
});
