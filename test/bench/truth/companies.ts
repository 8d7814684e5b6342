import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Evidence } from "./company/evidence.ts";

const runFile = promisify(execFile);
const repository = fileURLToPath(new URL("../../..", import.meta.url));
const child = fileURLToPath(new URL("./company/child.ts", import.meta.url));

/** What evidence is made by; pages and their words have no part in it. */
const folders = ["src", "pipelines", "test/bench/truth/company"];
const apart = /^(src\/narrative|pipelines\/publish|pipelines\/sql\/reports)\//;

/** Where evidence is kept from one run to the next, a folder for each state of the code. */
const cache = join(tmpdir(), "quotabook-bench", `truth-${digest()}`);

/** The evidence of a company, made unless it is at hand. */
export async function evidenceOf(seed: number): Promise<Evidence> {
  const file = join(cache, `${seed}.json`);
  if (!existsSync(file)) await make(seed, file);
  return JSON.parse(readFileSync(file, "utf8")) as Evidence;
}

/** Written beside and moved, so that a file under its own name is whole. */
async function make(seed: number, file: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const { stdout } = await runFile(process.execPath, ["--import", "tsx", child, String(seed)], {
    maxBuffer: 2 ** 26,
  });
  writeFileSync(`${file}.unfinished`, stdout);
  renameSync(`${file}.unfinished`, file);
}

function digest(): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const names = readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" });
    const files = names.map((name) => `${folder}/${name}`).sort();
    for (const file of files.filter((name) => /\.(ts|sql)$/.test(name) && !apart.test(name))) {
      hash.update(`${file}\0`).update(readFileSync(join(repository, file)));
    }
  }
  return hash.digest("hex").slice(0, 8);
}
