import type { Command } from "commander";
import type { ForecastSeriesFlags } from "../forecast-series.ts";
import { say } from "./terminal.ts";

/** `quotabook forecast-series`: a forecast of any table of series, without a workspace. */
export function addForecastSeries(program: Command): void {
  program
    .command("forecast-series")
    .description(
      "forecast the series of any CSV file as series_id, step, mean and lower and upper of each level; needs no workspace",
    )
    .argument("<file>", "CSV with the columns series_id,t,y or series_id,date,y")
    .requiredOption(
      "--season <steps>",
      "steps in a season: 12 for months, 4 for quarters, 1 for none",
    )
    .requiredOption("--h <steps>", "how many steps to forecast")
    .option("--level <percentages>", "what share of outcomes the ranges are to hold", "50,80,95")
    .option("--out <file>", "write the forecasts there; to standard output unless told")
    .action(async (file: string, flags: ForecastSeriesFlags) => {
      const { forecastFile, writeForecast } = await import("../forecast-series.ts");
      const { text, basis } = await forecastFile(file, flags);
      process.stderr.write(`${basis}\n`);
      if (flags.out === undefined) process.stdout.write(text);
      else {
        writeForecast(flags.out, text);
        say(`Forecasts written to ${flags.out}`);
      }
    });
}
