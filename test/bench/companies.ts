import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentProgress } from "../../pipelines/progress.ts";
import { type SimulateOptions, simulateCommand } from "../../pipelines/simulate.ts";
import { sampleOptions } from "../../src/simulation/options.ts";
import { sizeFor } from "../../src/simulation/simulate.ts";

/** Where simulated companies are kept from one run to the next. */
const cache = join(tmpdir(), "quotabook-bench");

/**
 * The folder of a simulated company with about a number of opportunities, its history and
 * activities, as plain CSV. It is made once and kept.
 */
export async function companyOf(opportunities: number): Promise<string> {
  const size = sizeFor(opportunities, sampleOptions.years);
  const options: SimulateOptions = { ...sampleOptions, ...size, compress: false };
  const key = createHash("sha256").update(JSON.stringify(options)).digest("hex").slice(0, 8);
  const folder = join(cache, `${opportunities}-${key}`);
  if (!existsSync(folder)) await generate(folder, options);
  await warm(folder);
  return folder;
}

/** Written beside and moved, so that a folder under its own name is whole. */
async function generate(folder: string, options: SimulateOptions): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await simulateCommand(unfinished, options, silentProgress);
  renameSync(unfinished, folder);
}

/** Reads every file once: no stage pays for the first look at the disk. */
async function warm(folder: string): Promise<void> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    for await (const _ of createReadStream(join(entry.parentPath, entry.name)));
  }
}
