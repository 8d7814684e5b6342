import { existsSync, readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../src/errors.ts";
import { inspectCsv } from "./ingest/inspect.ts";

/** A table that somebody made or exported, as text. */
export interface TableFile {
  readonly path: string;
  readonly headings: readonly string[];
  /** As many cells as headings each. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** Number of the record in the file, headings = 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a CSV file of any common encoding, delimiter, quote and line end, gzipped or not; blank
 * rows are left out.
 *
 * @param remedy what to name when the file isn't there
 * @throws InputError when it isn't there, is empty, has a quote that is never closed, or a row with
 *   more or fewer cells than headings
 */
export async function readTableFile(path: string, remedy: string): Promise<TableFile> {
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new InputError(`missing file: ${path}`, { remedy });
  }
  const { encoding, delimiter, quote, preface } = await inspectCsv(path, path);
  const bytes = readFileSync(path);
  const unpacked = path.endsWith(".gz") ? gunzipSync(bytes) : bytes;
  const text = new TextDecoder(encoding).decode(unpacked, { stream: true });
  const records = recordsOf(text, { delimiter, quote }, path).slice(preface === null ? 0 : 1);
  const [headings, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const names = headings?.cells ?? [];
  return { path, headings: names, rows: rows.map((row) => whole(row, names.length, path)) };
}

function recordsOf(
  text: string,
  dialect: { readonly delimiter: string; readonly quote: string },
  path: string,
): TableRow[] {
  try {
    const records: string[][] = parse(text, {
      ...dialect,
      bom: true,
      trim: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
    return records.map((cells, index) => ({ line: index + 1, cells }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new InputError(`unreadable row: ${cause.message}`, {
      file: path,
      remedy: "Export the file again, or close the quote and double those inside a cell.",
    });
  }
}

function whole(row: TableRow, width: number, path: string): TableRow {
  if (row.cells.length === width) return row;
  throw new InputError(`unreadable row: ${row.cells.length} cells under ${width} headings`, {
    file: path,
    line: row.line,
    remedy: "Export the file again, or mend the row: a cell that holds the delimiter needs quotes.",
  });
}
