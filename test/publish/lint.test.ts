import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { declareAudiences } from "../../pipelines/publish/audience.ts";
import { lint } from "../../pipelines/publish/lint.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quotabook-lint-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const page = (body = "", head = "") =>
  `<!DOCTYPE html><html><head><meta name="audience" content="all">${head}</head><body><h1>Why?</h1><p class="answer">42.</p>${body}</body></html>`;
const problems = async () => (await lint(folder, ["index"])).map(({ problem }) => problem);

describe("lint of a built site", () => {
  test("passes a sound page", async () => {
    put("_import/a.js", 'import { b } from "./b.js";\nexport const c = b;');
    put("_import/b.js", "export const b = 1;");
    put("index.html", page("", '<script type="module">import "./_import/a.js";</script>'));
    expect(await problems()).toEqual([]);
  });

  test.each([
    [
      "a syntax error",
      page('<div class="observablehq--error">SyntaxError: x</div>'),
      "broken block: SyntaxError: x",
    ],
    [
      "a bare import",
      page("", '<script type="module">import "lodash";</script>'),
      "unresolved import: lodash",
    ],
    [
      "a leftover npm import",
      page("", '<script type="module">import "npm:d3";</script>'),
      "unresolved reference: npm:d3",
    ],
    [
      "a missing module",
      page("", '<script type="module">import "./gone.js";</script>'),
      "missing file: ./gone.js",
    ],
    ["a missing picture", page('<img src="./gone.png">'), "missing file: ./gone.png"],
    [
      "another host",
      page("", '<link rel="stylesheet" href="https://fonts.googleapis.com/css2">'),
      "unresolved reference: https://fonts.googleapis.com/css2",
    ],
    ["two questions", page("<h1>And?</h1>"), "expected one question in an h1, found 2"],
    ["no answer", "<h1>Why?</h1>", "missing answer"],
  ])("finds %s", async (_, html, problem) => {
    put("index.html", html);
    expect(await problems()).toContain(problem);
  });

  test("finds a page that wasn't built", async () => {
    expect(await problems()).toEqual(["missing page"]);
  });

  test("finds an import that a component didn't resolve", async () => {
    put("index.html", page());
    put("_import/components/a.js", 'import { b } from "../src/b.ts";');
    expect(await problems()).toEqual(["missing file: ../src/b.ts"]);
  });
});

describe("audience", () => {
  test("every file is listed with the one that it declares", async () => {
    put("index.html", page());
    put("_file/data/a.json", '{"audience":"team","rows":[]}');
    put("_import/a.js", "");
    await declareAudiences(folder);
    const { readFile } = await import("node:fs/promises");
    const listed = JSON.parse(await readFile(join(folder, "audiences.json"), "utf8"));
    expect(listed.files).toEqual({
      "_file/data/a.json": "team",
      "_import/a.js": "all",
      "audiences.json": "all",
      "index.html": "all",
    });
  });

  test.each([
    ["a page without one", "index.html", "<h1>Why?</h1>"],
    ["data without one", "_file/data/a.json", "{}"],
    ["an unknown one", "_file/data/a.json", '{"audience":"everyone"}'],
    ["a kind of file that has no rule", "_file/list.csv", "a,b"],
  ])("refuses %s", async (_, name, text) => {
    put(name, text);
    await expect(declareAudiences(folder)).rejects.toThrow(`missing audience: ${name}`);
  });
});
