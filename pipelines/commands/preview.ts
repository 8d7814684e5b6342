import type { Command } from "commander";
import { isSite } from "../out-folder.ts";
import { openWorkspace } from "../workspace.ts";

/** `quotabook preview`: the built site, served on this machine. */
export function addPreview(program: Command): void {
  program
    .command("preview")
    .description("serve the built site on this machine only")
    .argument("[workspace]", "folder of the workspace, or of a site left elsewhere", ".")
    .option("--port <number>", "port to listen on", Number, 3000)
    .option("--edit", "serve the pages live while you edit reports/")
    .action(async (folder: string, options: { port: number; edit?: boolean }) => {
      const { preview } = await import("../preview.ts");
      await preview(isSite(folder) ? folder : openWorkspace(folder).folder, options);
    });
}
