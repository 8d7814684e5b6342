import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const repository = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(repository, "README.md"), "utf8");
const temporary = mkdtempSync(join(tmpdir(), "quotabook-readme-"));
const clone = join(temporary, "clone");
const minutes = 60_000;

/** The lines of every `sh` block, joined where a line goes on. */
const commands = [...readme.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)]
  .flatMap((block) => (block[1] ?? "").split("\n"))
  .map((line) => line.trim())
  .filter((line) => line !== "");

/** What a newcomer has: the tracked files, and packages as `npm ci` leaves them. */
beforeAll(() => {
  const files = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter((name) => existsSync(join(repository, name)))) {
    if (file !== "") cpSync(join(repository, file), join(clone, file), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(clone, "node_modules"));
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const run = (command: string) =>
  execFileSync("sh", ["-c", command.replaceAll("/tmp/acme", join(temporary, "acme"))], {
    cwd: clone,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });

test("the README names the two commands first", () => {
  expect(commands.slice(0, 3)).toEqual([
    "npm ci && npm start",
    "npm run preview",
    "npm ci && npm test",
  ]);
});

test("npm start leaves the sample's site and says how to read it", { timeout: 5 * minutes }, () => {
  const said = run("npm start");
  expect(said).toContain("npm run preview");
  expect(existsSync(join(clone, "data/sample/site/index.html"))).toBe(true);
});

test("npm run preview serves that site", { timeout: minutes }, async () => {
  const server = spawn(
    "npx",
    ["tsx", "pipelines/cli.ts", "preview", "data/sample", "--port", "0"],
    {
      cwd: clone,
    },
  );
  try {
    const address = await new Promise<string>((found, failed) => {
      server.stdout.on("data", (text) => {
        const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(text))?.[0];
        if (url !== undefined) found(url);
      });
      server.on("exit", () => failed(new Error("the preview ended")));
    });
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Halden Systems");
  } finally {
    server.kill();
  }
});

test("the test command is the one that continuous integration runs", () => {
  expect(readFileSync(join(repository, ".ci/run"), "utf8")).toContain("{ npm ci && npm test; }");
});

/** What each command says when it has done its work. */
const answers: readonly (readonly [command: RegExp, said: string])[] = [
  [/--format csv > /, ""],
  [/ forecast-series /, "series_id,step,mean,lower_80,upper_80"],
  [/ win-model /, "AUC"],
  [/ price /, "Analytics SPIF"],
  [/ query /, "5 rows"],
  [/ trace /, "won_count  closed_count  file"],
  [/ --as-of 2025-12-31 /, "Site as of 2025-12-31"],
  [/ settle /, "payroll file: statements/payroll/2026-06.csv"],
  [/ scenario diff /, "company  Halden Systems"],
  [/ check /, "ok    Share of rows that could not be read"],
  [/ simulate /, "Workspace written to"],
  [/ rebuild \/tmp\/acme$/, "Site as of"],
  [/ --help$/, "Exit codes: 0 done"],
];

test.each(commands.slice(3))(
  "the README's command works: %s",
  { timeout: 5 * minutes },
  (command) => {
    const said = answers.find(([pattern]) => pattern.test(command))?.[1];
    expect(said).toBeDefined();
    expect(run(command)).toContain(said);
  },
);

test("every script that the README names exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(clone, "package.json"), "utf8"));
  const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the command line in the README is the one that --help tells", () => {
  for (const name of [
    "rebuild",
    "query",
    "trace",
    "check",
    "preview",
    "simulate",
    "win-model",
    "forecast-series",
    "price",
    "settle",
    "scenario diff",
    "scenario approve",
  ]) {
    const line = readme.split("\n").find((text) => text.startsWith(`quotabook ${name} `)) ?? "";
    const options = [...line.matchAll(/--[a-z-]+/g)].map((match) => match[0]);
    const help = run(`npm run -s quotabook -- ${name} --help`);
    expect(options.filter((option) => !help.includes(option))).toEqual([]);
  }
});

test("every schedule in the README rebuilds with a date", () => {
  const rebuilds = [...readme.matchAll(/quotabook -- rebuild \S+ --as-of \$\(date \+[\\%]*F\)/g)];
  expect(rebuilds).toHaveLength(3);
});

test("every file that the README points to exists", () => {
  const named = [...readme.matchAll(/`((?:src|pipelines|reports|data|test)\/[\w./-]+)`/g)];
  const missing = named
    .map((match) => match[1] ?? "")
    .filter((path) => !existsSync(join(clone, path)));
  expect(missing).toEqual([]);
});
