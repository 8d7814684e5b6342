import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inspectCsv } from "../../pipelines/ingest/inspect.ts";
import { copyAsCsv } from "../../pipelines/ingest/spreadsheet.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { temporaryFolder, writeFiles } from "../workspaces/write.ts";
import { xlsx } from "../workspaces/xlsx.ts";
import { productReader } from "./reader.ts";

let reader: Awaited<ReturnType<typeof productReader>>;
beforeAll(async () => {
  reader = await productReader();
});
afterAll(() => reader.close());

const text = 'Id;Name;Family\r\nP1;Café "Ünïcode" – 10 €;x\r\nP2;"naïve; très";x\r\n';
const names = ['Café "Ünïcode" – 10 €', "naïve; très"];
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const utf16 = (mark: boolean) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
// windows-1252: the letters as Latin-1, – is 0x96, € is 0x80 (Unicode's CP1252.TXT)
const windows = Buffer.from(text.replace("–", "\u0096").replace("€", "\u0080"), "latin1");

describe("text comes back from", () => {
  test.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["UTF-16, little end first", utf16(true), "utf-16le"],
    ["UTF-16, big end first", swapped(utf16(true)), "utf-16be"],
    ["Windows-1252", windows, "windows-1252"],
  ])("%s", async (_, bytes, encoding) => {
    const plain = await reader.read(bytes);
    expect(plain).toMatchObject({ encoding, delimiter: ";", rejected: [] });
    expect(plain.rows.map(({ name }) => name)).toEqual(names);
    const packed = await reader.read(gzipSync(bytes), "csv.gz");
    expect(packed).toEqual(plain);
  });
});

test.each([
  [0x80, "€"],
  [0x92, "’"],
  [0x96, "–"],
])("a heading's byte %i is a letter of Windows-1252", async (byte, letter) => {
  // Unicode's CP1252.TXT
  const folder = temporaryFolder();
  writeFiles(folder, { "Product2.csv": Buffer.from([...Buffer.from("Id,Wert "), byte, 0x0a]) });
  const { headings } = await inspectCsv(join(folder, "Product2.csv"), "Product2.csv");
  expect(headings).toEqual(["Id", `Wert ${letter}`]);
});

test("Windows-1252 is told from UTF-8 however late its first letter comes", async () => {
  const plain = Array.from({ length: 40_000 }, (_, index) => `P${index},plain,x`).join("\n");
  const bytes = Buffer.from(`Id,Name,Family\n${plain}\nP,Müller,x\n`, "latin1");
  const { rows, encoding } = await reader.read(bytes);
  expect(encoding).toBe("windows-1252");
  expect(rows.at(-1)).toMatchObject({ name: "Müller", line: 40_002 });
});

test("UTF-8 is told though a letter lies across two chunks of the file", async () => {
  // a chunk is 1 MiB; the heading and id take 22 bytes, each é two
  const { encoding, rows } = await reader.read(`Id,Name,Family\nP1,ab,${"é".repeat(1 << 20)}\n`);
  expect(encoding).toBe("utf-8");
  expect(rows[0]?.family).toHaveLength(1 << 20);
});

test("Parquet is read as text, whatever types its columns have", async () => {
  const file = join(temporaryFolder(), "Product2.parquet");
  const writing = await openWarehouse(":memory:");
  const rows = `select * from (values (7, 'é, "x"', date '2026-01-31'), (8, null, null))
    as product("Id", "Name", "Family")`;
  await writing.run({ file: "test", sql: `copy (${rows}) to '${file}' (format parquet)` });
  writing.close();
  const read = await reader.read(readFileSync(file), "parquet");
  expect(read).toMatchObject({ encoding: null, delimiter: null, rejected: [] });
  expect(read.rows).toEqual([
    { product_id: "7", name: 'é, "x"', family: "2026-01-31", line: 2 },
    { product_id: "8", name: null, family: null, line: 3 },
  ]);
});

test("a spreadsheet has as many rows as it may have", async () => {
  const folder = temporaryFolder();
  const [sheet, file] = [join(folder, "Product2.xlsx"), join(folder, "Product2.csv")];
  const count = 130_000;
  writeFiles(folder, { "Product2.xlsx": xlsx([["Id"], ...Array(count).fill(["P"])]) });
  await copyAsCsv(sheet, file, "Product2.xlsx");
  expect(readFileSync(file, "utf8")).toBe(`Id\n${"P\n".repeat(count)}`);
}, 60_000);

describe("a file that can't be read says so", () => {
  const packed = gzipSync("Id,Name,Family\nP1,a,x\n".repeat(1000));

  test.each([
    ["gzip cut off", packed.subarray(0, packed.length - 20), "csv.gz", /unexpected end of file/],
    ["no gzip at all", Buffer.from("Id,Name,Family\n"), "csv.gz", /incorrect header check/],
    ["no Parquet at all", Buffer.from("Id,Name,Family\n"), "parquet", /[Pp]arquet|magic bytes/],
  ])("%s", async (_, bytes, ending, reason) => {
    const reading = reader.read(bytes, ending);
    await expect(reading).rejects.toThrow(/^unreadable file: exports\/crm\/.*\/Product\d+\./);
    await expect(reading).rejects.toHaveProperty("remedy", expect.stringMatching(reason));
  });

  test.each([
    ["", "csv"],
    [" \n\n", "csv"],
    [gzipSync(""), "csv.gz"],
    [Buffer.from("\uFEFF"), "csv"],
  ])("empty", async (content, ending) => {
    const reading = reader.read(content, ending);
    await expect(reading).rejects.toThrow(/^empty file: exports\/crm\/2026-06-30\/Product\d+\./);
    await expect(reading).rejects.toHaveProperty("name", "InputError");
  });
});
