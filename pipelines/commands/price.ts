import { type Command, Option } from "commander";
import { type QueryFormat, queryFormats } from "../answer.ts";

/** `quotabook price`: what any list of credits pays on a plan, without a workspace. */
export function addPrice(program: Command): void {
  program
    .command("price")
    .description("price a list of credits on one compensation plan; needs no workspace")
    .argument("<plan>", "plan file, YAML")
    .argument("<credits>", "CSV with the columns rep_id,date,amount and, if they matter, others")
    .option("--quota <amount>", "of everybody a measure period, where the plan gives none")
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .addHelpText("after", columns)
    .action(async (plan: string, credits: string, { quota, format }: PriceFlags) => {
      const { priceFile } = await import("../price.ts");
      const { formatPriced } = await import("../price/rows.ts");
      const { uncountedWords } = await import("../price/uncounted-words.ts");
      const priced = await priceFile(plan, credits, quota);
      const words = uncountedWords(priced);
      if (words !== null) process.stderr.write(`${words}\n`);
      process.stdout.write(formatPriced(priced, format));
    });
}

interface PriceFlags {
  quota?: string;
  format: QueryFormat;
}

const columns = `
Further columns: credit_id, opportunity_id, line_id, product, type, team, margin, quantity,
currency, role (owner, split, overlay, manager, team or territory; everybody counts unless it says), split and
pay_split (shares of the deal), invoiced_on, paid_on, reverses (the credit_id or opportunity_id that a
negative amount takes back), level_of (a component that measures a level, which amount is then).`;
