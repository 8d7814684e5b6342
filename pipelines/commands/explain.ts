import type { Command } from "commander";
import { openWorkspace } from "../workspace.ts";

/** `quotabook explain`: a line of pay traced to its export row. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("trace a line of pay to its rule, credit, deal and export row")
    .argument("<workspace>", "folder of the workspace")
    .argument("<line>", "its line_id in the table commission_line")
    .action(async (folder: string, line: string) => {
      const { explainLine } = await import("../explain.ts");
      const { explainWords } = await import("../compensation/explain-words.ts");
      process.stdout.write(explainWords(await explainLine(openWorkspace(folder), line)));
    });
}
