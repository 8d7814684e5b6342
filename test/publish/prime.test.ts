import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { libraries, prime } from "../../pipelines/publish/prime.ts";

const root = mkdtempSync(join(tmpdir(), "quotabook-prime-"));
const cache = join(root, ".observablehq", "cache", "_npm");
beforeAll(() => prime(root));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("bundles our libraries at their installed version, with no import left in them", () => {
  for (const name of Object.keys(libraries)) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    const code = readFileSync(join(cache, `${name}@${version}`, "_esm.js"), "utf8");
    expect(code).not.toMatch(/\bfrom\s*["'](?!data:)/);
  }
});

test("names what Framework's client mentions, so that nothing is looked up", () => {
  for (const name of ["d3", "@observablehq/inputs", "leaflet", "@duckdb/duckdb-wasm"]) {
    expect(existsSync(join(cache, `${name}@0.0.0`)), name).toBe(true);
  }
  expect(readdirSync(cache).filter((name) => name.startsWith("htl@"))).toHaveLength(1);
});
