import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a workspace's rebuilds are noted, one JSON object a line. Never published. */
export const runLogOf = (folder: string) => join(folder, ".build", "runs.jsonl");

/** What a rebuild built. */
export interface RunOutcome {
  readonly asOf: string;
  readonly buildId: string;
}

/**
 * Does the work and notes when it began, how long it took and what came of it.
 *
 * @param now the wall clock, in milliseconds since 1970
 */
export async function logged<Outcome extends RunOutcome>(
  file: string,
  work: () => Promise<Outcome>,
  now: () => number = Date.now,
): Promise<Outcome> {
  const began = now();
  const note = (fields: object) => {
    const seconds = Math.round((now() - began) / 100) / 10;
    const line = { began: new Date(began).toISOString(), seconds, ...fields };
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  try {
    const outcome = await work();
    note({ outcome: "done", as_of: outcome.asOf, build_id: outcome.buildId });
    return outcome;
  } catch (error) {
    note({ outcome: "failed", error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}
