import { basename } from "node:path";
import { InputError } from "../../src/errors.ts";

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
