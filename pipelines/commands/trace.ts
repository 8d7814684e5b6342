import { type Command, Option } from "commander";
import { type QueryFormat, queryFormats } from "../answer.ts";
import { openWorkspace } from "../workspace.ts";

/** `quotabook trace`: the rows behind a figure. */
export function addTrace(program: Command): void {
  program
    .command("trace")
    .description("list the rows behind a KPI's figure, each with its export file and line")
    .argument("<workspace>", "folder of the workspace")
    .argument("<metric>", "such as bookings; the methods page defines them all")
    .option(
      "--entity <type:id>",
      'whose figure, such as "team:Enterprise East"; the company unless told',
    )
    .option(
      "--period <label>",
      "of which period: 2026-03, FY26-Q3 or FY26; the fiscal quarter in progress unless told",
    )
    .option("--breakdown <name>", 'only what one breakdown is made of, such as "reason: Price"')
    .option("--as-is", "with teams as they are today; as they were unless told")
    .option("--as-of <date>", "refuse a warehouse that isn't as known on YYYY-MM-DD")
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .action(async (folder: string, metric: string, options: TraceFlags) => {
      const { trace } = await import("../trace.ts");
      const { asIs = false, format, ...asked } = options;
      const view = asIs ? "as_is" : "as_was";
      const found = await trace(openWorkspace(folder), { ...asked, metric, view }, format);
      process.stderr.write(`${found.heading}\n`);
      process.stdout.write(found.rows);
    });
}

interface TraceFlags {
  entity?: string;
  period?: string;
  breakdown?: string;
  asIs?: boolean;
  asOf?: string;
  format: QueryFormat;
}
