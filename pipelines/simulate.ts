import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { parsePlainDate } from "../src/calendar.ts";
import { InputError } from "../src/errors.ts";
import { type SimulationOptions, sampleOptions } from "../src/simulation/options.ts";
import { simulate } from "../src/simulation/simulate.ts";
import type { Sink } from "../src/simulation/sink.ts";

export interface SimulateOptions extends Partial<SimulationOptions> {
  /** Gzip the exports and the truth; finance and plan files stay plain. */
  readonly compress?: boolean;
  /** Short for `drops: "full"`. */
  readonly fullDrops?: boolean;
}

export interface SimulateProgress {
  step(message: string, rows?: number): void;
}

/** A file that tells our folders from others. */
const marker = "truth/parameters.json";

/**
 * Simulates a company into a folder: an empty or missing one, or one that this wrote before.
 *
 * @throws InputError when the folder holds anything else
 */
export async function simulateCommand(
  folder: string,
  { compress = true, ...options }: SimulateOptions,
  progress: SimulateProgress,
): Promise<void> {
  const company = companyOptions(options);
  refuseForeign(folder);
  const files = createFolder(folder, compress);
  for (const { accounts, opportunities } of simulate(company, files)) {
    progress.step(`simulated ${accounts} accounts`, opportunities);
    await breathe();
  }
  files.close();
}

/** The sample's company where nothing else is asked for; reps and accounts grow together. */
function companyOptions({ fullDrops, ...given }: SimulateOptions): SimulationOptions {
  const { reps, accounts } = sampleOptions;
  const scale = given.reps ? given.reps / reps : (given.accounts ?? accounts) / accounts;
  const scaled = {
    reps: Math.max(1, Math.round(reps * scale)),
    accounts: Math.max(1, Math.round(accounts * scale)),
  };
  const options = { ...sampleOptions, ...scaled, ...given };
  for (const name of ["reps", "accounts", "years"] as const) {
    if (!(Number.isSafeInteger(options[name]) && options[name] > 0)) {
      throw wrongNumber(name, options[name]);
    }
  }
  if (!Number.isSafeInteger(options.seed)) throw wrongNumber("seed", options.seed);
  parsePlainDate(options.asOf);
  return fullDrops ? { ...options, drops: "full" } : options;
}

const wrongNumber = (name: string, value: number) =>
  new InputError(`invalid ${name}: ${value}`, { remedy: `Give ${name} as a whole number.` });

function refuseForeign(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, marker))) return;
  throw new InputError(`folder in use: ${folder}`, {
    file: folder,
    remedy: "Name a new or empty folder; only a simulated company is written over.",
  });
}

interface Folder extends Sink {
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

/** Only what a simulation writes and later drops would not overwrite is removed first. */
function createFolder(folder: string, compress: boolean): Folder {
  for (const stale of ["exports/salesforce", "truth"]) {
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
