import { type Command, Option } from "commander";
import { parsePlainDate } from "../../src/calendar.ts";
import { formatPlural } from "../../src/format.ts";
import { formatAnswer, type QueryFormat, queryFormats } from "../answer.ts";
import { openWorkspace } from "../workspace.ts";

/** `quotabook scenario run|diff|approve|earnings`: what a file of plans/scenarios makes of the plan. */
export function addScenario(program: Command): void {
  const scenario = program
    .command("scenario")
    .description("work out a scenario of plans/scenarios over the last rebuild's plan");
  addRun(scenario);
  addDiff(scenario);
  addApprove(scenario);
  addEarnings(scenario);
}

function addRun(scenario: Command): void {
  scenario
    .command("run")
    .description("work it out, write its tables scenario_* and say what it comes to")
    .argument("<workspace>", "folder of the workspace")
    .argument("<name>", "its file in plans/scenarios, without ending; base is the plan without one")
    .action(async (folder: string, name: string) => {
      const { runScenario } = await import("../scenario.ts");
      const { planWords } = await import("../scenario/words.ts");
      process.stdout.write(planWords(await runScenario(openWorkspace(folder), name)));
    });
}

function addDiff(scenario: Command): void {
  scenario
    .command("diff")
    .description("say what it changes by company, region, team and rep")
    .argument("<workspace>", "folder of the workspace")
    .argument("<name>", "the scenario")
    .argument("[base]", "another scenario to compare with", "base")
    .addOption(
      new Option("--format <format>", "how to print").choices(queryFormats).default("table"),
    )
    .action(
      async (folder: string, name: string, base: string, { format }: { format: QueryFormat }) => {
        const { diffScenario } = await import("../scenario.ts");
        const { diffRows, diffWords } = await import("../scenario/words.ts");
        const found = await diffScenario(openWorkspace(folder), name, base);
        const isText = format === "table";
        const answer = isText ? diffWords(found.diff, found.base) : diffRows(found.diff);
        process.stdout.write(formatAnswer(answer, format));
      },
    );
}

function addApprove(scenario: Command): void {
  scenario
    .command("approve")
    .description("add its quotas to plans/quotas.csv, effective when the year begins")
    .argument("<workspace>", "folder of the workspace")
    .argument("<name>", "the scenario")
    .option(
      "--on <date>",
      "day of the approval, YYYY-MM-DD; the last rebuild's unless told",
      parsePlainDate,
    )
    .action(async (folder: string, name: string, { on }: { on?: string }) => {
      const { approveScenario } = await import("../scenario/approve.ts");
      const workspace = openWorkspace(folder);
      const { path, rows, hash, open } = await approveScenario(workspace, name, on);
      process.stdout.write(`${rows} rows of scenario ${name} (${hash}) added to ${path}\n`);
      const { exactMoney } = await import("../compensation/words.ts");
      const { currency } = workspace.company;
      if (open.hires > 0)
        process.stdout.write(
          `${currency} ${exactMoney(open.cents, currency)} are of ${formatPlural(open.hires, "hire")}, whose rows follow when they are people\n`,
        );
    });
}

function addEarnings(scenario: Command): void {
  scenario
    .command("earnings")
    .description(
      "print the on-target earnings that guardrails are counted from, for the planner page, which holds none",
    )
    .argument("<workspace>", "folder of the workspace")
    .action(async (folder: string) => {
      const { plannedEarnings } = await import("../scenario.ts");
      const earnings = await plannedEarnings(openWorkspace(folder));
      process.stdout.write(`${JSON.stringify(earnings, null, 1)}\n`);
    });
}
