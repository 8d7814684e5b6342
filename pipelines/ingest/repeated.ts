import { basename } from "node:path";
import { InputError } from "../../src/errors.ts";
import type { Content } from "./contents.ts";
import type { InspectedInput } from "./inspection.ts";

const ending = /\.(csv|csv\.gz|parquet|xlsx)$/;

/**
 * Refuses a file that lies there in two forms: its rows would count twice.
 *
 * @throws InputError naming the second
 */
export function refuseRepeated(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const name = path.replace(ending, "");
    const other = seen.get(name);
    if (other !== undefined) {
      throw new InputError(`repeated file: ${path}`, {
        file: path,
        remedy: `${basename(other)} stands beside it: keep one of them.`,
      });
    }
    seen.set(name, path);
  }
}

/**
 * Refuses a file of a drop whose bytes another file of the same feed and drop has: one of them is a
 * copy. Files of headings alone may be alike.
 *
 * @throws InputError naming the second
 */
export function refuseCopies(contents: ReadonlyMap<InspectedInput, Content>): void {
  const seen = new Map<string, string>();
  for (const [{ path, sha256, dropDate }, { rows }] of contents) {
    if (dropDate === null || rows === 0) continue;
    const key = `${dropDate} ${sha256}`;
    const other = seen.get(key);
    if (other !== undefined) {
      throw new InputError(`repeated file: ${path}`, {
        file: path,
        remedy: `${basename(other)} of the same drop has the same bytes: keep one of them.`,
      });
    }
    seen.set(key, path);
  }
}
