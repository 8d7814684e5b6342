import { createWriteStream, mkdirSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import readWorkbook, { type CellValue } from "read-excel-file/node";
import { InputError } from "../../src/errors.ts";
import { unreadableFile } from "./unreadable.ts";

/** What stands for the encoding of a spreadsheet. */
export const spreadsheetEncoding = "xlsx";

/** The first bytes of Microsoft's older container, which also holds what a password protects. */
const protectedMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The first sheet of a spreadsheet that has headings, from them on: every cell as text, hidden
 * columns too. Blank rows are left out.
 *
 * @throws InputError when it is protected, broken or empty
 */
export async function readSpreadsheet(file: string, path: string): Promise<string[][]> {
  if ((await firstBytes(file)).equals(protectedMark)) {
    throw new InputError(`unreadable file: ${path}`, {
      file: path,
      remedy: "It is protected by a password, or of an older format: save it as .xlsx without one.",
    });
  }
  const sheets = await readWorkbook(await readFile(file), { parseNumber: plainNumber }).catch(
    (cause) => {
      throw unreadableFile(path, cause);
    },
  );
  for (const { data } of sheets) {
    const rows = data
      .map((row) => row.map(cellText))
      .filter((row) => row.some((cell) => cell !== ""));
    if (rows.length > 0) return rows;
  }
  throw new InputError(`empty file: ${path}`, {
    file: path,
    remedy: "Export it again with its headings, or remove the file.",
  });
}

/** Writes a spreadsheet as CSV in UTF-8. */
export async function copyAsCsv(from: string, to: string, path: string): Promise<void> {
  const rows = await readSpreadsheet(from, path);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  mkdirSync(dirname(to), { recursive: true });
  const lines = function* () {
    for (const row of rows) {
      yield `${Array.from({ length: width }, (_, index) => quoted(row[index] ?? "")).join()}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(to));
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(protectedMark.length));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A number cell's text. Three digits behind the point could be read as thousands; four can't. */
const plainNumber = (text: string) => (/^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text);

function cellText(value: CellValue<string> | null): string {
  if (value === null) return "";
  if (!(value instanceof Date)) return String(value).trim();
  const [day = "", time = ""] = value.toISOString().split(/[T.]/);
  return time === "00:00:00" ? day : `${day} ${time}`;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
