import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { InputError } from "../../src/errors.ts";
import { grouped } from "../../src/statistics/grouped.ts";
import { type Run, sql } from "../run.ts";

interface ShortRecord {
  readonly path: string;
  readonly line: number;
  readonly value: string;
}

/**
 * Refuses a file whose last record breaks off: what should follow it isn't known, so that a count of
 * rejects would tell too little.
 *
 * @param files the files being loaded, by the path that errors name
 * @throws InputError naming the file and its last line; a footer without a line end says that it is one
 */
export async function refuseHalfWritten(
  { warehouse }: Run,
  files: ReadonlyMap<string, { readonly file: string; readonly isPacked: boolean }>,
): Promise<void> {
  const short = await warehouse.all<ShortRecord>(sql("ingest/short_record"));
  for (const [path, records] of grouped(short, (record) => record.path)) {
    const [place, last] = [files.get(path), records.at(-1)];
    if (!place || !last) continue;
    const end = await endOf(place.file, place.isPacked);
    if (/[\r\n]$/.test(end) || !lastLineOf(end).startsWith(lastLineOf(last.value))) continue;
    if (isFooter(last, records.at(-2), end)) {
      throw new InputError(`rows behind the last record: ${path}`, {
        file: path,
        line: last.line,
        remedy: "Its last lines are no records, such as a report's footer: remove them.",
      });
    }
    throw new InputError(`half-written file: ${path}`, {
      file: path,
      line: last.line,
      remedy: "Its last row breaks off: the export was interrupted. Export it again.",
    });
  }
}

/** A line by itself behind a blank one or behind another that is no record. */
function isFooter({ line, value }: ShortRecord, before: ShortRecord | undefined, end: string) {
  const isBehindBlank = end.split(lineBreak).at(-2)?.trim() === "";
  return !lineBreak.test(value) && (isBehindBlank || before?.line === line - 1);
}

const lineBreak = /\r\n|\r|\n/;
const lastLineOf = (text: string) => text.split(lineBreak).at(-1) ?? "";

/** More than a record that rejected rows keep. */
const keptBytes = 1 << 16;

/** The last characters of a file, unpacked. */
async function endOf(file: string, isPacked: boolean): Promise<string> {
  const raw = createReadStream(file);
  let end: Buffer = Buffer.alloc(0);
  for await (const chunk of isPacked ? raw.pipe(createGunzip()) : raw) {
    end = Buffer.concat([end, chunk as Buffer]).subarray(-keptBytes);
  }
  return end.toString("utf8");
}
