import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the quotabook command as a person does, in a process of its own. */
export function quotabook(...args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, ["--import", "tsx", "pipelines/cli.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.setEncoding("utf8").on("data", (text: string) => stdout.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => stderr.push(text));
  return new Promise((ended, failed) => {
    child.once("error", failed);
    child.once("close", (code) => {
      ended({ code, stdout: stdout.join(""), stderr: stderr.join("") });
    });
  });
}
