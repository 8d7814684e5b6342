import { type Command, InvalidArgumentError, Option } from "commander";
import { formatAnswer, type QueryFormat, queryFormats } from "../answer.ts";

/** `quotabook win-model`: what deals are won by, learnt from any table of them. */
export function addWinModel(program: Command): void {
  program
    .command("win-model")
    .description("fit a win model to any table of deals and say how good it is on unseen deals")
    .argument("<file>", "CSV file, one row a deal")
    .requiredOption("--outcome <column>", "says how deals ended; deals without a value are open")
    .requiredOption("--won <value>", "its value for won deals; every other one counts as lost")
    .option("--exclude <columns>", "take no account of them: a,b", list, [])
    .option("--group <column>", "keep deals of one value, such as an account, in one fold")
    .option("--folds <number>", "folds of the cross-validation, 2 to 20", foldCount, 5)
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .addHelpText("after", leaving)
    .action(async (path: string, { format, ...options }: WinModelFlags) => {
      const { readTableFile } = await import("../table-file.ts");
      const { winModel } = await import("../win-model.ts");
      const { winModelWords } = await import("../win-model/words.ts");
      const { winModelRows } = await import("../win-model/rows.ts");
      const report = winModel(
        await readTableFile(path, "Name a CSV file, one row a deal."),
        options,
      );
      const isText = format === "table";
      process.stdout.write(
        isText ? winModelWords(report, options) : formatAnswer(winModelRows(report), format),
      );
    });
}

const leaving = `
A column that determines the outcome is left out and named: one that by itself tells won from lost
with a cross-validated AUC of 0.98 or more; one of which all blank, filled-in, zero or other deals,
5 % of them or more, end alike; one that open deals don't have, or not with the values that
most decided deals have. Others that may leak are pointed out.`;

interface WinModelFlags {
  outcome: string;
  won: string;
  exclude: string[];
  group?: string;
  folds: number;
  format: QueryFormat;
}

const list = (text: string) => text.split(",").map((name) => name.trim());

function foldCount(text: string): number {
  const folds = Number(text);
  if (Number.isInteger(folds) && folds >= 2 && folds <= 20) return folds;
  throw new InvalidArgumentError("Folds are a whole number from 2 to 20.");
}
