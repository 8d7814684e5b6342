import { Command, Option } from "commander";
import { layouts, sampleOptions } from "../src/simulation/options.ts";
import { type QueryFormat, queryFormats } from "./answer.ts";
import { explain } from "./exit-code.ts";
import { isSite } from "./out-folder.ts";
import { jsonProgress, type Progress, plainProgress, terminalProgress } from "./progress.ts";
import { openWorkspace } from "./workspace.ts";

const program = new Command("quotabook")
  .description("Sales performance management as code: exports in, report site out.")
  .option("--json", "write progress as one JSON object a line")
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    "after",
    `
A workspace is a folder with a company.yaml, exports/<source>/<date>/ and plans/;
data/sample is one. Without a workspace, commands work on the current folder.

Exit codes: 0 done, 1 a bug, 2 bad input, 3 a data check refused to publish.`,
  );

program
  .command("rebuild")
  .description("load exports and plans, compute everything and publish the site")
  .argument("[workspace]", "folder of the workspace", ".")
  .option(
    "--as-of <date>",
    "use only what was known on YYYY-MM-DD; the latest drop's date unless told",
  )
  .option(
    "--out <folder>",
    "leave the site there, and the workspace's own site and warehouse alone",
  )
  .option("--no-site", "build the warehouse only; the site stays that of an earlier build")
  .action(async (folder: string, options: { asOf?: string; out?: string; site: boolean }) => {
    const { rebuild } = await import("./rebuild.ts");
    const { logged, runLogOf } = await import("./run-log.ts");
    const workspace = openWorkspace(folder);
    const progress = openProgress();
    const work = () => rebuild(workspace, { ...options, progress });
    const built = await ending(progress, logged(runLogOf(workspace.folder), work));
    if (built.site === undefined) say(`Warehouse built as of ${built.asOf} (${built.buildId}).`);
    else {
      const command = previewCommand(options.out ?? folder);
      say(`Site as of ${built.asOf} is in ${built.site}\nTo read it: ${command}`);
    }
  });

program
  .command("query")
  .description("ask the built warehouse in SQL; read-only, and it can reach no other file")
  .argument("<workspace>", "folder of the workspace")
  .argument("<sql>", 'such as "select * from kpi limit 10"')
  .addOption(new Option("--format <format>", "how to print").choices(queryFormats).default("table"))
  .action(async (folder: string, sql: string, { format }: { format: QueryFormat }) => {
    const { query } = await import("./query.ts");
    process.stdout.write(await query(openWorkspace(folder), sql, format));
  });

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
  .addOption(new Option("--format <format>", "how to print").choices(queryFormats).default("table"))
  .action(async (folder: string, metric: string, options: TraceFlags) => {
    const { trace } = await import("./trace.ts");
    const { asIs = false, format, ...asked } = options;
    const view = asIs ? "as_is" : "as_was";
    const found = await trace(openWorkspace(folder), { ...asked, metric, view }, format);
    process.stderr.write(`${found.heading}\n`);
    process.stdout.write(found.rows);
  });

interface TraceFlags {
  entity?: string;
  period?: string;
  breakdown?: string;
  asIs?: boolean;
  asOf?: string;
  format: QueryFormat;
}

program
  .command("check")
  .description(
    "validate the company file, plans and exports and run the data checks; publish nothing",
  )
  .argument("[workspace]", "folder of the workspace", ".")
  .option("--as-of <date>", "check what was known on YYYY-MM-DD")
  .action(async (folder: string, { asOf }: { asOf?: string }) => {
    const { checkWorkspace } = await import("./rebuild.ts");
    const { formatChecks, refuseFailures } = await import("./check.ts");
    const progress = openProgress();
    const results = await ending(
      progress,
      checkWorkspace(openWorkspace(folder), { asOf, progress }),
    );
    say(formatChecks(results));
    refuseFailures(results);
  });

program
  .command("preview")
  .description("serve the built site on this machine only")
  .argument("[workspace]", "folder of the workspace, or of a site left elsewhere", ".")
  .option("--port <number>", "port to listen on", Number, 3000)
  .option("--edit", "serve the pages live while you edit reports/")
  .action(async (folder: string, options: { port: number; edit?: boolean }) => {
    const { preview } = await import("./preview.ts");
    await preview(isSite(folder) ? folder : openWorkspace(folder).folder, options);
  });

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
    const { simulateCommand } = await import("./simulate.ts");
    const progress = openProgress();
    progress.stage("simulate");
    await ending(progress, simulateCommand(folder, options, progress));
    say(`Workspace written to ${folder}\nTo build it: npm run -s quotabook -- rebuild ${folder}`);
  });

/** Progress goes to standard error, so that standard output holds results alone. */
function openProgress(): Progress {
  const output = {
    write: (text: string) => process.stderr.write(text),
    now: () => performance.now(),
  };
  if (program.opts<{ json?: boolean }>().json) return jsonProgress(output);
  return process.stderr.isTTY ? terminalProgress(output) : plainProgress(output);
}

async function ending<Result>(progress: Progress, work: Promise<Result>): Promise<Result> {
  try {
    const result = await work;
    progress.end("done");
    return result;
  } catch (error) {
    progress.end("failed");
    throw error;
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const previewCommand = (folder: string) =>
  folder === "data/sample" ? "npm run preview" : `npm run -s quotabook -- preview ${folder}`;

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
