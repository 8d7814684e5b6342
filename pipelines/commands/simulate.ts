import { type Command, Option } from "commander";
import { layouts, sampleOptions } from "../../src/simulation/options.ts";
import { commandLine } from "../command-line.ts";
import { ending, openProgress, say } from "./terminal.ts";

/** `quotabook simulate`: a company with known truth as a workspace. */
export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .description("write a simulated company with known truth as a workspace")
    .argument("<folder>", "an empty folder, or one that this command wrote")
    .option("--reps <number>", "number of reps", Number)
    .option("--accounts <number>", "number of accounts", Number)
    .option("--years <number>", "fiscal years of history", Number)
    .option("--seed <number>", "same seed, same bytes", Number)
    .option("--as-of <date>", "date of the last drop, YYYY-MM-DD")
    .option("--full-drops", "each drop holds every row, not only what changed")
    .addOption(
      new Option(
        "--layout <crm>",
        "whose exports to write; both: an acquired region lives in HubSpot, the rest in Salesforce",
      )
        .choices(layouts)
        .default(sampleOptions.layout),
    )
    .option("--deals-view", "with HubSpot, write the last drop's deals as a view exports them, too")
    .option(
      "--territories",
      "with Salesforce, write territories with their accounts and sellers, too",
    )
    .action(async (folder: string, options: object) => {
      const { simulateCommand } = await import("../simulate.ts");
      const progress = openProgress(program);
      progress.stage("simulate");
      await ending(progress, simulateCommand(folder, options, progress));
      say(`Workspace written to ${folder}\nTo build it: ${commandLine("rebuild", folder)}`);
    });
}
