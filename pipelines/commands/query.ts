import { type Command, Option } from "commander";
import { type QueryFormat, queryFormats } from "../answer.ts";
import { openWorkspace } from "../workspace.ts";

/** `quotabook query`: a question to the built warehouse. */
export function addQuery(program: Command): void {
  program
    .command("query")
    .description("ask the built warehouse in SQL; read-only, and it can reach no other file")
    .argument("<workspace>", "folder of the workspace")
    .argument("<sql>", 'such as "select * from kpi limit 10"')
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .action(async (folder: string, sql: string, { format }: { format: QueryFormat }) => {
      const { query } = await import("../query.ts");
      process.stdout.write(await query(openWorkspace(folder), sql, format));
    });
}
