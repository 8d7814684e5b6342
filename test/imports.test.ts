import { describe, expect, test } from "vitest";
import { browserModules } from "../pipelines/publish/browser-modules.ts";
import { type Module, modulesUnder } from "./sources.ts";

// who may import whom: src/ holds what is computed and reads no file, clock or network; of its folders
// each imports only itself, the leaves beside them and statistics; pipelines/ brings them together;
// pages draw what pipelines/ has published

const src = modulesUnder("src");
const pipelines = modulesUnder("pipelines");
const reports = modulesUnder("reports");
const all = [...src, ...pipelines, ...reports];
const byPath = new Map(all.map((module) => [module.path, module]));

/** Modules of no domain: `src/money.ts` and its like, which any domain may use. */
const isLeaf = (path: string) => /^src\/[a-z]+\.ts$/.test(path);
const folderOf = (path: string) => path.split("/").slice(0, 2).join("/");

/** Domain folders that may be imported by others, and the ones that compose others. */
const shared = ["src/statistics"];
const composing = ["src/scenario"];

/** `module → imported` for each import that a rule forbids. */
const forbidden = (modules: readonly Module[], rule: (from: string, to: string) => boolean) =>
  modules.flatMap(({ path, own }) =>
    own.filter((to) => !rule(path, to)).map((to) => `${path} → ${to}`),
  );

test("every import of our own names a module that exists", () => {
  const known = (path: string) => byPath.has(path) || !path.endsWith(".ts");
  expect(forbidden([...src, ...pipelines], (_, to) => known(to))).toEqual([]);
});

describe("src", () => {
  test("errors imports nothing of ours; money, calendar and the other leaves only errors", () => {
    const leaves = src.filter(({ path }) => isLeaf(path));
    expect(leaves.map(({ path }) => path)).toContain("src/money.ts");
    expect(byPath.get("src/errors.ts")?.own).toEqual([]);
    expect(forbidden(leaves, (_, to) => to === "src/errors.ts")).toEqual([]);
  });

  test("statistics imports only itself and errors", () => {
    const modules = src.filter(({ path }) => path.startsWith("src/statistics/"));
    expect(modules.length).toBeGreaterThan(0);
    const allowed = (to: string) => to.startsWith("src/statistics/") || to === "src/errors.ts";
    expect(forbidden(modules, (_, to) => allowed(to))).toEqual([]);
  });

  test("a domain folder imports itself, leaves and statistics, and no other domain", () => {
    const rule = (from: string, to: string) =>
      isLeaf(to) ||
      folderOf(from) === folderOf(to) ||
      shared.includes(folderOf(to)) ||
      composing.includes(folderOf(from));
    expect(forbidden(src, rule)).toEqual([]);
  });

  test("never imports pipelines, reports or tests", () => {
    expect(forbidden(src, (_, to) => to.startsWith("src/"))).toEqual([]);
  });

  test("only the warehouse imports the DuckDB driver", () => {
    const drivers = all.filter(({ packages }) => packages.some((name) => name.includes("duckdb")));
    expect(drivers.map(({ path }) => folderOf(path))).not.toEqual([]);
    expect(drivers.filter(({ path }) => !path.startsWith("src/warehouse/"))).toEqual([]);
  });

  test("imports no Node module outside of the warehouse", () => {
    const offending = src.filter(
      ({ path, packages }) =>
        folderOf(path) !== "src/warehouse" && packages.some((name) => name.startsWith("node:")),
    );
    expect(offending.map(({ path }) => path)).toEqual([]);
  });

  test("reads neither clock, environment nor console, and draws no unseeded random number", () => {
    const impure = /Date\.now\(|new Date\(\)|Temporal\.Now|process\.|console\.|Math\.random\(/;
    const offending = src.filter(({ text }) => impure.test(text.replaceAll(/\/\/.*|\*.*/g, "")));
    expect(offending.map(({ path }) => path)).toEqual([]);
  });
});

test("what pages run in the browser imports no Node module, however far", async () => {
  const pages = reports.filter(({ path }) => path.startsWith("reports/components/"));
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const next of byPath.get(path)?.loaded ?? []) visit(next);
  };
  for (const { path } of pages) visit(path);
  const laidOut = await browserModules();
  expect(laidOut).toContain("quota/equal-odds.ts");
  for (const name of laidOut) visit(`src/${name}`);
  const offending = [...reached].filter((path) =>
    byPath.get(path)?.packages.some((name) => name.startsWith("node:")),
  );
  expect(offending).toEqual([]);
});

test("no module imports itself, however far", () => {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path) || way.includes(path)) return;
    for (const next of byPath.get(path)?.loaded ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  expect(cycles).toEqual([]);
});

test("no module has a default export, but the configuration that a tool demands", () => {
  const offending = all.filter(
    ({ path, text }) =>
      /^export default|\bas default\b/m.test(text) && !path.endsWith(".config.ts"),
  );
  expect(offending.map(({ path }) => path)).toEqual([]);
});
