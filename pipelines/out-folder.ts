import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { InputError } from "../src/errors.ts";

/** Every site that was published here holds it. */
const mark = "build.json";

/** Whether a folder is a site that was published. */
export const isSite = (folder: string) => existsSync(join(folder, mark));

/**
 * The folder that a site is to be left in, checked before anything is built: a new or empty one,
 * or one that holds a site; never one that holds anything else.
 *
 * @throws InputError when leaving a site there would destroy something
 */
export function checkOut(out: string, workspace: string): string {
  const folder = resolve(out);
  const isAround = !relative(folder, workspace).startsWith("..");
  const parts = relative(workspace, folder).split(/[\\/]/);
  const isOwn = parts[0] === "site" || parts[0] === ".build";
  if (isAround || isOwn) throw refused(out, "it is the workspace's own");
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) throw refused(out, "it is a file");
  if (readdirSync(folder).length > 0 && !isSite(folder)) throw refused(out, "it holds other files");
  return folder;
}

function refused(out: string, why: string): InputError {
  return new InputError(`unusable folder: ${out} (${why})`, {
    remedy: "Name a new or empty folder, or one that holds a site built before.",
  });
}
