import type { Command } from "commander";
import { openWorkspace } from "../workspace.ts";

/** `quotabook close`: a pay period sealed. */
export function addClose(program: Command): void {
  program
    .command("close")
    .description("seal a pay period and all before it in state/pay: they don't change any more")
    .argument("<workspace>", "folder of the workspace")
    .argument("<period>", "the pay period: 2026-06, FY27-Q1")
    .action(async (folder: string, period: string) => {
      const { closePeriod } = await import("../close.ts");
      const { exactMoney } = await import("../compensation/words.ts");
      const { labels, files, paid } = await closePeriod(openWorkspace(folder), period);
      const sums = [...paid].map(
        ([currency, cents]) => `${currency} ${exactMoney(cents, currency)}`,
      );
      process.stdout.write(`closed ${labels.join(", ")}: ${sums.join(", ")} paid\n`);
      process.stdout.write(`${files.join("\n")}\n`);
    });
}
