import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTableFile } from "../pipelines/table-file.ts";
import { formatCsv } from "../src/csv.ts";
import { inputError } from "./input-error.ts";
import { temporaryFolder } from "./workspaces/write.ts";

const folder = temporaryFolder();

function fileOf(content: string | Buffer, name = "table.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const cellsOf = async (path: string) => {
  const { headings, rows } = await readTableFile(path, "");
  return [headings, ...rows.map(({ cells }) => cells)];
};

describe("a table that somebody made", () => {
  test("reads as it was written, whatever a cell holds", async () => {
    // a lone surrogate isn't text, and a formula is written with an apostrophe
    const cell = fc
      .string({ unit: "grapheme" })
      .filter((text) => text !== "" && text === text.trim() && !/^[=+\-@'"]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const columns = [
          { heading: "first", value: ([first]: [string, string]) => first },
          { heading: "second", value: ([, second]: [string, string]) => second },
        ];
        const path = fileOf(formatCsv(columns, rows));
        expect(await cellsOf(path)).toEqual([["first", "second"], ...rows]);
      }),
    );
  });

  test("may come from a spreadsheet: byte-order mark, semicolons, quotes, blank rows", async () => {
    const text = '\uFEFFid;t;y\r\n"East; ""new""";1;5\r\n\r\n"East; ""new""";2;6\r\n;;\r\n';
    expect(await readTableFile(fileOf(text), "")).toMatchObject({
      headings: ["id", "t", "y"],
      rows: [
        { line: 2, cells: ['East; "new"', "1", "5"] },
        { line: 4, cells: ['East; "new"', "2", "6"] },
      ],
    });
  });

  test("may be packed, in an old encoding, and begin with the line that tells its delimiter", async () => {
    const text = Buffer.from("sep=|\nName|Größe\nKöln|3\n", "latin1");
    expect(await cellsOf(fileOf(gzipSync(text), "table.csv.gz"))).toEqual([
      ["Name", "Größe"],
      ["Köln", "3"],
    ]);
  });
});

describe("a table that can't be read says where and why", () => {
  test("a file that isn't there", async () => {
    const remedy = "Name a CSV file, one row a deal.";
    await expect(readTableFile("nowhere.csv", remedy)).rejects.toEqual(
      inputError("missing file: nowhere.csv", { remedy }),
    );
  });

  test("an empty file", async () => {
    const empty = fileOf("");
    await expect(readTableFile(empty, "")).rejects.toEqual(inputError(`empty file: ${empty}`));
  });

  test("a row that is too short", async () => {
    const short = fileOf('a,b\n1,"two\nlines"\n3\n');
    await expect(readTableFile(short, "")).rejects.toEqual(
      inputError("unreadable row: 1 cells under 2 headings", { file: short, line: 3 }),
    );
  });

  test("a quote that is never closed", async () => {
    const open = fileOf('a,b\n1,"two\n3,4\n');
    await expect(readTableFile(open, "")).rejects.toThrow(/^unreadable row: Quote Not Closed/);
  });
});
