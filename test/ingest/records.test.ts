import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inputError } from "../input-error.ts";
import { productReader } from "./reader.ts";

let reader: Awaited<ReturnType<typeof productReader>>;
beforeAll(async () => {
  reader = await productReader();
});
afterAll(() => reader.close());

/** Ids with the lines they are said to stand on. */
const places = (rows: readonly { product_id: string | null; line: number }[]) =>
  rows.map(({ product_id, line }) => `${product_id}:${line}`);

describe("a record's line is its number in the file, the headings being 1", () => {
  test("after records of several lines and rejected ones", async () => {
    const text = 'Id,Name,Family\nP1,"a\nb\nc",x\nP2,short\nP3,"d\n",x\nP4,far,too,long\nP5,e,x\n';
    const { rows, rejected } = await reader.read(text);
    expect(places(rows)).toEqual(["P1:2", "P3:4", "P5:6"]);
    expect(rejected).toEqual([
      { line: 3, reason: "missing columns", value: "P2,short" },
      { line: 5, reason: "too many columns", value: "P4,far,too,long" },
    ]);
  });

  test("where lines end in CRLF, and the last not at all", async () => {
    const text = 'Id,Name,Family\r\nP1,"a\r\nb",x\r\nP2,short\r\nP3,d,x';
    const { rows, rejected } = await reader.read(text);
    expect(places(rows)).toEqual(["P1:2", "P3:4"]);
    expect(rows[0]?.name).toBe("a\r\nb");
    expect(rejected).toEqual([{ line: 3, reason: "missing columns", value: "P2,short" }]);
  });

  test("where no record can be kept", async () => {
    const { rows, rejected } = await reader.read("Id,Name,Family\nP1,a\nP2,b\n");
    expect(rows).toEqual([]);
    expect(rejected.map(({ line }) => line)).toEqual([2, 3]);
  });

  test("of a record that is read and then rejected for what it says", async () => {
    const { rejected } = await reader.read("Id,Name,Family\nP1,a,x\n ,b,x\nP3,c,x\n");
    expect(rejected).toEqual([{ line: 3, reason: "missing product id", value: null }]);
  });
});

test("a file with headings and no record is read as none", async () => {
  expect(await reader.read("Id,Name,Family\n")).toMatchObject({ rows: [], rejected: [] });
});

test("a field may be longer than a megabyte", async () => {
  const long = "long text, ".repeat(150_000);
  const { rows } = await reader.read(`Id,Name,Family\nP1,"${long}",x\nP2,b,x\n`);
  expect(rows[0]?.name).toBe(long);
  expect(places(rows)).toEqual(["P1:2", "P2:3"]);
});

test("blank fields are none, and quotes inside a plain field are text", async () => {
  const { rows } = await reader.read('Id,Name,Family\nP1,,""\nP2,5" disk,x\n');
  expect(rows.map(({ name, family }) => [name, family || null])).toEqual([
    [null, null],
    ['5" disk', "x"],
  ]);
});

describe("what can't be told apart stops the load", () => {
  test("a quote that never closes, with the line where it opens", async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `P${index},"name ${index}",x`);
    rows[249] = 'P249,"no end,x';
    await expect(reader.read(`Id,Name,Family\n${rows.join("\n")}\n`)).rejects.toThrow(
      inputError("unclosed quote: exports/crm/2026-06-30/Product8.csv", {
        file: "exports/crm/2026-06-30/Product8.csv",
        line: 251,
        remedy: "A quote opens in that record and doesn't close: mend it or export the file again.",
      }),
    );
  });

  test("lines that end now in CRLF, now in LF", async () => {
    const reading = reader.read("Id,Name,Family\r\nP1,a,x\nP2,b,x\r\n");
    await expect(reading).rejects.toThrow(
      inputError("unreadable file: exports/crm/2026-06-30/Product9.csv"),
    );
    await expect(reading).rejects.toHaveProperty(
      "remedy",
      expect.stringMatching(/^Export it again, with one kind of line end throughout \(.+\)\.$/),
    );
  });
});

test("single quotes enclose fields where the headings stand in them", async () => {
  const { rows } = await reader.read(
    "'Id','Name','Family'\n'P1','a, ''b''\nc','x'\n'P2','d','x'\n",
  );
  expect(rows.map(({ name }) => name)).toEqual(["a, 'b'\nc", "d"]);
  expect(places(rows)).toEqual(["P1:2", "P2:3"]);
});
