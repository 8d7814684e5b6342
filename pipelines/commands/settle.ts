import { type Command, Option } from "commander";
import { formatAnswer, type QueryFormat, queryFormats } from "../answer.ts";
import { openWorkspace } from "../workspace.ts";

/** `quotabook settle`: a pay period settled anew, for payroll. */
export function addSettle(program: Command): void {
  program
    .command("settle")
    .description("settle an open pay period and write its file for payroll")
    .argument("<workspace>", "folder of the workspace")
    .argument("<period>", "the pay period: 2026-06, FY27-Q1")
    .option("--plan <name>", "show one plan only, and write no file for payroll")
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .action(async (folder: string, period: string, options: SettleOptions) => {
      const { settlePeriod } = await import("../settle.ts");
      const { statementTable, totalWords } = await import("../compensation/words.ts");
      const settled = await settlePeriod(openWorkspace(folder), period, options.plan ?? null);
      process.stdout.write(formatAnswer(statementTable(settled), options.format));
      if (options.format === "table") process.stdout.write(`\n${totalWords(settled)}`);
    });
}

interface SettleOptions {
  readonly plan?: string;
  readonly format: QueryFormat;
}
