import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { type Outcome, quotabook } from "../../workspaces/command.ts";
import { temporaryFolder, writeFiles } from "../../workspaces/write.ts";
import { airPassengers, johnsonJohnson } from "./examples.ts";

const folder = temporaryFolder();
const file = join(folder, "series.csv");
const rows = (id: string, y: readonly number[]) =>
  y.map((value, t) => `${id},${t + 1},${value}\n`).join("");

const cellsOf = (text: string): string[][] => parse(text);
const run = (...options: readonly string[]) => quotabook("forecast-series", file, ...options);

describe("quotabook forecast-series", () => {
  let printed: Outcome;

  beforeAll(async () => {
    const table = `series_id,t,y\n${rows("passengers", airPassengers.slice(0, 132))}${rows("earnings", johnsonJohnson)}`;
    writeFiles(folder, { "series.csv": table });
    printed = await run("--season", "12", "--h", "12", "--level", "80,95");
  });

  test("prints one row a series and step, with the levels asked for", () => {
    expect(printed.code).toBe(0);
    const [heading, ...body] = cellsOf(printed.stdout);
    expect(heading?.join()).toBe("series_id,step,mean,lower_80,upper_80,lower_95,upper_95");
    expect(body.map(([id, step]) => `${id} ${step}`)).toEqual(
      ["earnings", "passengers"].flatMap((id) =>
        airPassengers.slice(0, 12).map((_, k) => `${id} ${k + 1}`),
      ),
    );
  });

  test("foresees the passengers of 1960 within 5 % on average", () => {
    // R 4.2.2, forecast 8.20: thetaf misses the same year by 5.3 %, ets by 4.7 %
    const means = cellsOf(printed.stdout)
      .filter(([id]) => id === "passengers")
      .map(([, , mean]) => Number(mean));
    const actual = airPassengers.slice(132);
    const errors = actual.map((y, k) => Math.abs((means[k] ?? Number.NaN) / y - 1));
    expect(errors.reduce((a, b) => a + b, 0) / 12).toBeLessThan(0.05);
  });

  test("says on standard error what the ranges rest on", () => {
    expect(printed.stderr).toBe(
      "2 series; ranges rest on 84 back-tested errors (their quantiles).\n",
    );
  });

  test("says which series had missing steps, and how many", async () => {
    const kept = rows("passengers", airPassengers).split("\n");
    const gaps = kept.filter((_, row) => row !== 40 && row !== 41 && row !== 90).join("\n");
    writeFiles(folder, { "gaps.csv": `series_id,t,y\n${gaps}` });
    const { stderr } = await quotabook(
      ...["forecast-series", join(folder, "gaps.csv"), "--season", "12", "--h", "12"],
    );
    expect(stderr).toContain("Missing steps filled between their neighbours: passengers (3).");
  });

  test("writes the same bytes to a file", async () => {
    const out = join(folder, "forecast.csv");
    const { code, stdout } = await run(
      "--season",
      "12",
      "--h",
      "12",
      "--level",
      "95,80",
      "--out",
      out,
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`Forecasts written to ${out}\n`);
    expect(readFileSync(out, "utf8")).toBe(printed.stdout);
  });

  test.each([
    [["--season", "0", "--h", "4"], "invalid season: 0"],
    [["--season", "4", "--h", "1.5"], "invalid h: 1.5"],
    [["--season", "4", "--h", "4", "--level", "95,100"], 'invalid level: "100"'],
    [["--season", "4", "--h", "4", "--level", ""], 'invalid level: ""'],
    [
      ["--season", "4", "--h", "4", "--out", "no/such/folder/f.csv"],
      "unwritable file: no/such/folder/f.csv",
    ],
    [["--h", "4"], "error: required option '--season <steps>' not specified"],
  ])("refuses %j", async (options, message) => {
    const { code, stderr } = await run(...options);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("refuses a file that isn't there", async () => {
    const { code, stderr } = await quotabook(
      "forecast-series",
      "none.csv",
      "--season",
      "4",
      "--h",
      "4",
    );
    expect(code).toBe(2);
    expect(stderr).toBe(
      "missing file: none.csv\n  Name a CSV file with the columns series_id, t (or date) and y.\n",
    );
  });
});
