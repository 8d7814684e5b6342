import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { takeLock } from "../pipelines/lock.ts";
import { quotabook } from "./workspaces/command.ts";
import { csv, deal, firstDrop, small } from "./workspaces/small.ts";
import { writeFiles, writeWorkspace } from "./workspaces/write.ts";

const commands = ["rebuild", "query", "check", "preview", "simulate", "win-model"];

describe("help", () => {
  test("lists every command, the exit codes and what a workspace is", async () => {
    const { code, stdout } = await quotabook("--help");
    expect(code).toBe(0);
    for (const command of commands)
      expect(stdout).toMatch(new RegExp(`^ {2}${command} .*\\S`, "m"));
    expect(stdout).toMatch(/0 done, 1 a bug, 2 bad input, 3 a data check refused/);
    expect(stdout).toContain("A workspace is a folder with a company.yaml");
    expect(stdout).toContain("--json");
  });

  test.each([
    ["rebuild", ["[workspace]", "--as-of <date>", "--out <folder>", "--no-site"]],
    ["query", ["<workspace>", "<sql>", '"table", "csv", "json"']],
    ["check", ["[workspace]", "--as-of <date>"]],
    ["preview", ["[workspace]", "--edit"]],
    ["simulate", ["<folder>", "--reps", "--accounts", "--years", "--seed", "--as-of"]],
  ])("of %s names its arguments and options", async (command, parts) => {
    const { code, stdout } = await quotabook(command, "--help");
    expect(code).toBe(0);
    for (const part of parts) expect(stdout).toContain(part);
  });
});

describe("exit code 2, bad input", () => {
  test.each([
    ["an unknown option", ["rebuild", "--fast"], "unknown option '--fast'"],
    ["an unknown command", ["rebuid"], "(Did you mean rebuild?)"],
    ["a missing argument", ["query", "."], "missing required argument 'sql'"],
    [
      "an unknown format",
      ["query", ".", "select 1", "--format", "xml"],
      "Allowed choices are table",
    ],
    ["a number that is none", ["simulate", "nowhere", "--reps", "many"], "invalid reps: NaN"],
    ["a port that is none", ["preview", "data/sample", "--port", "web"], "invalid port: NaN"],
    ["a missing workspace", ["rebuild", "/nowhere/at/all"], "missing workspace: /nowhere/at/all"],
  ])("for %s", async (_, args, message) => {
    const { code, stdout, stderr } = await quotabook(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m); // no stack
  });

  test("for a date that is none, told with its remedy", async () => {
    const { code, stderr } = await quotabook(
      "check",
      writeWorkspace(small),
      "--as-of",
      "2026-02-30",
    );
    expect(code).toBe(2);
    expect(stderr).toContain('invalid date: "2026-02-30"\n  Write dates as YYYY-MM-DD.');
  });

  test("for every mistake of a company file, each with its line", async () => {
    const folder = writeWorkspace({
      ...small,
      "company.yaml": "name: A\ncurrency: Yen\nsorces: {}\n",
    });
    const { code, stderr } = await quotabook("rebuild", folder);
    expect(code).toBe(2);
    expect(stderr).toContain("in company.yaml, line 2");
    expect(stderr).toContain(
      'unknown key: sorces\n  in company.yaml, line 3\n  Did you mean "sources"?',
    );
  });

  test("for a second rebuild while the first one runs", async () => {
    const folder = writeWorkspace(small);
    const release = takeLock(join(folder, ".build", "lock")); // held by this process, which lives
    const { code, stderr } = await quotabook("rebuild", folder, "--no-site");
    release();
    expect(code).toBe(2);
    expect(stderr).toContain(
      `busy workspace: another rebuild is running (process ${process.pid})\n  Wait until it has ended`,
    );
  });
});

test("a lock and a half-built warehouse whose process is gone are taken over, and a check says what it found", async () => {
  const folder = writeWorkspace({
    ...small,
    [`${firstDrop}/Opportunity.csv`]: csv(deal("D1", { Amount: "-1" })),
  });
  // above the highest process id of Linux
  writeFiles(folder, { ".build/lock": "99999999", ".build/next/check.duckdb": "half" });
  const { code, stdout, stderr } = await quotabook("--json", "check", folder);
  expect(code).toBe(0);
  expect(stdout).toContain("warn  An amount is below zero: 1\n");
  expect(stdout).toContain("ok    A record stands twice in one drop or file: 0\n");
  const events = stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.filter(({ event }) => event === "stage").map(({ stage }) => stage)).toEqual([
    "ingest",
    "model",
    "check",
  ]);
  expect(events.at(-1)).toMatchObject({ event: "end", outcome: "done" });
  for (const { elapsed_ms } of events) expect(elapsed_ms).toBeTypeOf("number");
});

test("exit code 3 when a data check refuses, with its measure and limit", async () => {
  const deals = [deal("D1"), deal("D2", { Amount: "n/a" })];
  const folder = writeWorkspace({ ...small, [`${firstDrop}/Opportunity.csv`]: csv(...deals) });
  const { code, stdout, stderr } = await quotabook("rebuild", folder, "--no-site");
  expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  // the amount of the one row that can't be read counts as that of the other
  expect(stderr).toMatch(/refused to publish:\n {2}rejected_amount: .* is 0\.5, limit 0\.005\n/);
  expect(stderr).toContain(
    "rejected_rows: share of rows that could not be read is 0.2, limit 0.01\n",
  );
});

test("exit code 1 shows the stack of a bug", async () => {
  const folder = writeWorkspace(small);
  writeFileSync(join(folder, ".build"), "a file where a folder is to be made");
  const { code, stderr } = await quotabook("rebuild", folder, "--no-site");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^ +at /m);
});
