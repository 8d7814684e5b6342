import { Command } from "commander";
import { addCheck } from "./commands/check.ts";
import { addClose } from "./commands/close.ts";
import { addExplain } from "./commands/explain.ts";
import { addForecastSeries } from "./commands/forecast-series.ts";
import { addPreview } from "./commands/preview.ts";
import { addPrice } from "./commands/price.ts";
import { addQuery } from "./commands/query.ts";
import { addRebuild } from "./commands/rebuild.ts";
import { addScenario } from "./commands/scenario.ts";
import { addSettle } from "./commands/settle.ts";
import { addSimulate } from "./commands/simulate.ts";
import { addTrace } from "./commands/trace.ts";
import { addWinModel } from "./commands/win-model.ts";
import { explain } from "./exit-code.ts";

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

const commands = [
  addRebuild,
  addQuery,
  addTrace,
  addScenario,
  addCheck,
  addPreview,
  addSimulate,
  addForecastSeries,
  addSettle,
  addClose,
  addExplain,
  addPrice,
  addWinModel,
];
for (const add of commands) add(program);

// who reads the output may have seen enough of it: `quotabook query … | head`
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}
