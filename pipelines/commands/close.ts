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
      const { periods, paid } = await closePeriod(openWorkspace(folder), period);
      const sums = [...paid].map(
        ([currency, cents]) => `${currency} ${exactMoney(cents, currency)}`,
      );
      const labels = periods.map(({ label }) => label).join(", ");
      const files = periods.map(({ seal, payroll }) => `${seal}, payroll file: ${payroll}\n`);
      process.stdout.write(`closed ${labels}: ${sums.join(", ")} paid\n${files.join("")}`);
    });
}
