import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOut } from "../pipelines/out-folder.ts";

const root = mkdtempSync(join(tmpdir(), "quotabook-out-"));
const workspace = join(root, "acme");
const at = (...path: string[]) => join(root, ...path);

beforeAll(() => {
  for (const folder of ["acme/site", "acme/.build/next", "empty", "full", "old"]) {
    mkdirSync(at(folder), { recursive: true });
  }
  writeFileSync(at("full", "precious"), "");
  writeFileSync(at("old", "build.json"), "{}");
  writeFileSync(at("file"), "");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a site may be left in", () => {
  test.each([
    ["a new folder", at("new", "deep")],
    ["an empty folder", at("empty")],
    ["a folder that holds a site", at("old")],
    ["a folder of its own in the workspace", at("acme", "past")],
  ])("%s", (_, folder) => expect(checkOut(folder, workspace)).toBe(folder));
});

describe("a site is never left in", () => {
  test.each([
    ["a folder that holds other files", at("full"), "it holds other files"],
    ["a file", at("file"), "it is a file"],
    ["the workspace", at("acme"), "it is the workspace's own"],
    ["a folder around the workspace", root, "it is the workspace's own"],
    ["the workspace's own site", at("acme", "site"), "it is the workspace's own"],
    ["a folder in that site", at("acme", "site", "x"), "it is the workspace's own"],
    ["the folder of builds", at("acme", ".build"), "it is the workspace's own"],
  ])("%s", (_, folder, why) => {
    expect(() => checkOut(folder, workspace)).toThrow(`unusable folder: ${folder} (${why})`);
  });
});
