import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../src/errors.ts";

/**
 * Takes a file as a sign that work is under way; the function returned gives it back. A sign left
 * by a process that is gone is taken over.
 *
 * @throws InputError when another process holds it
 */
export function takeLock(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const descriptor = openSync(file, "wx");
      writeSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!isExisting(error)) throw error;
      const holder = Number(readFileSync(file, "utf8"));
      if (holder > 0 && isRunning(holder)) throw busy(holder);
      rmSync(file, { force: true });
    }
  }
  throw busy(0);
}

const isExisting = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

/** A process that belongs to someone else can't be asked, but runs. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function busy(pid: number): InputError {
  return new InputError(
    `busy workspace: another rebuild is running${pid > 0 ? ` (process ${pid})` : ""}`,
    {
      remedy: "Wait until it has ended and try again.",
    },
  );
}
