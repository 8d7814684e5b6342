import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { frameworkFolder } from "./prime.ts";

const command = join(frameworkFolder, "dist", "bin", "observable.js");

/**
 * Runs Framework's build of `<folder>/reports` into `<folder>/site`, in a process of its own.
 *
 * @returns what it printed
 * @throws Error with the end of its output when it fails or reports a broken link
 */
export async function buildPages(folder: string): Promise<string> {
  await rm(join(folder, "site"), { recursive: true, force: true });
  const { code, output } = await runFramework(folder, ["build", "--root", "reports"]);
  if (code !== 0 || /broken links?/.test(output)) {
    throw new Error(`failed page build: exit ${code}\n${output.split("\n").slice(-20).join("\n")}`);
  }
  return output;
}

function runFramework(folder: string, args: string[]) {
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1", NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Starts Framework's live preview of `<folder>/reports`; the process, which runs until ended. */
export function previewPages(folder: string, port: number) {
  const args = ["preview", "--root", "reports", "--port", String(port), "--no-open"];
  return spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1" },
    stdio: "inherit",
  });
}
