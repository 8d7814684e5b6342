import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { sourceFolders } from "../src/simulation/layouts.ts";
import type { Sink } from "../src/simulation/sink.ts";

/** A folder that takes a simulation's files. */
export interface Folder extends Sink {
  close(): void;
}

/** A growing file: its rows wait in a buffer, since thousands of files grow at once. */
interface GrowingFile {
  readonly path: string;
  buffer: Buffer;
  length: number;
}

/** All buffers together are written out when they hold this many bytes. */
const mostBuffered = 64 * 2 ** 20;
/** A character of a JavaScript string takes at most three bytes of UTF-8. */
const bytesPerCharacter = 3;

/**
 * Opens a folder for a simulation. Only what a simulation writes and later drops would not
 * overwrite is removed first.
 *
 * @param compress gzips the exports and the truth
 */
export function createFolder(folder: string, compress: boolean): Folder {
  for (const stale of [...sourceFolders, "truth", "plans/compensation"]) {
    rmSync(join(folder, stale), { recursive: true, force: true });
  }
  const files: GrowingFile[] = [];
  let buffered = 0;
  const flush = () => {
    for (const file of files) appendTo(file);
    buffered = 0;
  };
  return {
    table(path, header) {
      const isLarge = path.startsWith("exports/") || path.startsWith("truth/");
      const file = beginFile(join(folder, compress && isLarge ? `${path}.gz` : path));
      files.push(file);
      const write = (line: string) => {
        buffered += put(file, line);
        if (buffered > mostBuffered) flush();
      };
      write(header);
      return write;
    },
    text(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    },
    close: flush,
  };
}

function beginFile(path: string): GrowingFile {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return { path, buffer: Buffer.allocUnsafe(4096), length: 0 };
}

/** Adds a line to a file's buffer; returns its bytes. */
function put(file: GrowingFile, line: string): number {
  const room = line.length * bytesPerCharacter + 1;
  if (file.buffer.length - file.length < room) {
    const larger = Buffer.allocUnsafe(Math.max(2 * file.buffer.length, file.length + room));
    file.buffer.copy(larger, 0, 0, file.length);
    file.buffer = larger;
  }
  const bytes = file.buffer.write(line, file.length, "utf8");
  file.buffer[file.length + bytes] = 0x0a;
  file.length += bytes + 1;
  return bytes + 1;
}

/** A gzip file may consist of several members: each flush adds one. */
function appendTo(file: GrowingFile): void {
  if (file.length === 0) return;
  const rows = file.buffer.subarray(0, file.length);
  appendFileSync(file.path, file.path.endsWith(".gz") ? gzipSync(rows, { level: 9 }) : rows);
  file.length = 0;
}
