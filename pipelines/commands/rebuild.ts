import type { Command } from "commander";
import { commandLine } from "../command-line.ts";
import { openWorkspace } from "../workspace.ts";
import { ending, openProgress, say } from "./terminal.ts";

/** `quotabook rebuild`: exports and plans in, warehouse and site out. */
export function addRebuild(program: Command): void {
  program
    .command("rebuild")
    .description("load exports and plans, compute everything and publish the site")
    .argument("[workspace]", "folder of the workspace", ".")
    .option(
      "--as-of <date>",
      "use only what was known on YYYY-MM-DD; the latest drop's date unless told",
    )
    .option(
      "--out <folder>",
      "leave the site there, and the workspace's own site and warehouse alone",
    )
    .option("--no-site", "build the warehouse only; the site stays that of an earlier build")
    .action(async (folder: string, options: { asOf?: string; out?: string; site: boolean }) => {
      const { rebuild } = await import("../rebuild.ts");
      const { logged, runLogOf } = await import("../run-log.ts");
      const workspace = openWorkspace(folder);
      const progress = openProgress(program);
      const work = () => rebuild(workspace, { ...options, progress });
      const built = await ending(progress, logged(runLogOf(workspace.folder), work));
      if (built.site === undefined) say(`Warehouse built as of ${built.asOf} (${built.buildId}).`);
      else {
        const command = previewCommand(options.out ?? folder);
        say(`Site as of ${built.asOf} is in ${built.site}\nTo read it: ${command}`);
      }
    });
}

const previewCommand = (folder: string) =>
  folder === "data/sample" ? "npm run preview" : commandLine("preview", folder);
