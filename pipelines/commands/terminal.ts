import type { Command } from "commander";
import { jsonProgress, type Progress, plainProgress, terminalProgress } from "../progress.ts";

/** Progress goes to standard error, so that standard output holds results alone. */
export function openProgress(program: Command): Progress {
  const output = {
    write: (text: string) => process.stderr.write(text),
    now: () => performance.now(),
  };
  if (program.opts<{ json?: boolean }>().json) return jsonProgress(output);
  return process.stderr.isTTY ? terminalProgress(output) : plainProgress(output);
}

/** The result of work whose progress ends with it, well or not. */
export async function ending<Result>(progress: Progress, work: Promise<Result>): Promise<Result> {
  try {
    const result = await work;
    progress.end("done");
    return result;
  } catch (error) {
    progress.end("failed");
    throw error;
  }
}

/** Prints a result. */
export const say = (text: string) => process.stdout.write(`${text}\n`);
