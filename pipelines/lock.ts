import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../src/errors.ts";

/**
 * Takes a file as a sign that work is under way; the function returned gives it back. A sign left
 * by a process that is gone is taken over. The sign appears whole, by a link, so that nobody ever
 * reads one without its process.
 *
 * @throws InputError when another process holds it
 */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    if (!link(own, file)) {
      const holder = readFileSync(file, "utf8");
      if (isRunning(Number(holder))) throw busy(holder);
      removeStale(file, holder);
      if (!link(own, file)) throw busy(readFileSync(file, "utf8"));
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** Whether the link could be made; it can't where the file is there. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Takes the sign of a gone process away, unless somebody else has just done so and holds it now. */
function removeStale(file: string, holder: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const removed = readFileSync(aside, "utf8");
  if (removed !== holder) link(aside, file);
  rmSync(aside);
}

/** A process that belongs to someone else can't be asked, but runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;

function busy(pid: string): InputError {
  return new InputError(`busy workspace: another rebuild is running (process ${pid})`, {
    remedy: "Wait until it has ended and try again.",
  });
}
