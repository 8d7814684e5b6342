import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "../../src/errors.ts";
import { type Dialect, readDialect } from "./headings.ts";
import { unreadableFile } from "./unreadable.ts";

/** What a file is before anything is read from it. */
export interface FileFacts extends Dialect {
  /** Of the file as it lies there, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** A name that TextDecoder knows. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
}

const headBytes = 1 << 18;

/**
 * Reads a CSV file once: its hash, its encoding (by byte-order mark, else UTF-8 where every byte
 * fits, else Windows-1252), its dialect and headings.
 *
 * @throws InputError when it is empty or can't be unpacked
 */
export async function inspectCsv(file: string, path: string): Promise<FileFacts> {
  const hash = createHash("sha256");
  let bytes = 0;
  const raw = createReadStream(file, { highWaterMark: 1 << 20 });
  raw.on("data", (chunk) => {
    hash.update(chunk);
    bytes += chunk.length;
  });
  const content = file.endsWith(".gz") ? unzip(raw) : raw;
  const { head, valid } = await scan(content, path);
  if (head.length === 0) throw emptyFile(path);
  const encoding = encodingOf(head, valid);
  // only as a stream does Node read 0x80 to 0x9F as Windows-1252 has them
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === "") throw emptyFile(path);
  return { sha256: hash.digest("hex"), bytes, encoding, ...readDialect(text) };
}

/** Hash and size of a file that describes itself, such as Parquet. */
export async function hashFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}

function unzip(raw: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  raw.on("error", (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

async function scan(content: Readable, path: string): Promise<{ head: Buffer; valid: boolean }> {
  const head: Buffer[] = [];
  let kept = 0;
  let valid = true;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      if (kept < headBytes) head.push(chunk);
      kept += chunk.length;
      if (!valid) continue;
      const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const cut = wholeCharacters(joined);
      valid = isUtf8(joined.subarray(0, cut));
      rest = joined.subarray(cut);
    }
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
  return { head: Buffer.concat(head).subarray(0, headBytes), valid: valid && rest.length === 0 };
}

/** The length up to which a UTF-8 buffer holds no character that is cut off at its end. */
function wholeCharacters(buffer: Buffer): number {
  for (let back = 1; back <= Math.min(3, buffer.length); back += 1) {
    const byte = buffer[buffer.length - back] ?? 0;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return width > back ? buffer.length - back : buffer.length;
  }
  return buffer.length;
}

function encodingOf(head: Buffer, validUtf8: boolean): FileFacts["encoding"] {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return validUtf8 ? "utf-8" : "windows-1252";
}

function emptyFile(path: string): InputError {
  return new InputError(`empty file: ${path}`, {
    file: path,
    remedy: "Export it again with its headings, or remove the file.",
  });
}
