import type { Command } from "commander";
import { openWorkspace } from "../workspace.ts";
import { ending, openProgress, say } from "./terminal.ts";

/** `quotabook check`: everything read and checked, nothing published. */
export function addCheck(program: Command): void {
  program
    .command("check")
    .description(
      "validate the company file, plans and exports and run the data checks; publish nothing",
    )
    .argument("[workspace]", "folder of the workspace", ".")
    .option("--as-of <date>", "check what was known on YYYY-MM-DD")
    .action(async (folder: string, { asOf }: { asOf?: string }) => {
      const { checkWorkspace } = await import("../rebuild.ts");
      const { formatChecks, refuseFailures } = await import("../check.ts");
      const progress = openProgress(program);
      const results = await ending(
        progress,
        checkWorkspace(openWorkspace(folder), { asOf, progress }),
      );
      say(formatChecks(results));
      refuseFailures(results);
    });
}
