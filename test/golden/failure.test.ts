import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { warehouseOf } from "../../pipelines/places.ts";
import { type Progress, silentProgress } from "../../pipelines/progress.ts";
import { rebuild } from "../../pipelines/rebuild.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { csv, deal, firstDrop, small, won } from "../workspaces/small.ts";
import { writeFiles, writeWorkspace } from "../workspaces/write.ts";

const minutes = 60_000;
const folder = writeWorkspace(small);
const site = join(folder, "site");
let good: ReadonlyMap<string, string>;

/** Every file of site and warehouse with its bytes. */
function published(): ReadonlyMap<string, string> {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    [...files, warehouseOf(folder)].map((file) => [file, readFileSync(file, "latin1")]),
  );
}

beforeAll(async () => {
  await rebuild(openWorkspace(folder), { progress: silentProgress });
  good = published();
  writeFiles(folder, { [`${firstDrop}/Opportunity.csv`]: csv(won("D1"), deal("D2")) });
}, 2 * minutes);

/** Progress that stops the rebuild when it hears of something. */
function stoppingAt(word: string): Progress {
  const hear = (said: string) => {
    if (said === word) throw new Error(`stopped at ${word}`);
  };
  return { stage: hear, step: hear, end: () => {} };
}

describe("a failure leaves the last good site and warehouse as they were", () => {
  test.each(["ingest", "model", "check", "metrics", "forecast", "plan", "publish", "build pages"])(
    "at %s",
    { timeout: 2 * minutes },
    async (word) => {
      const failing = rebuild(openWorkspace(folder), { progress: stoppingAt(word) });
      await expect(failing).rejects.toThrow(`stopped at ${word}`);
      expect(published()).toEqual(good);
    },
  );
});

test("the rebuild after it replaces both, under one build id", {
  timeout: 2 * minutes,
}, async () => {
  const { buildId } = await rebuild(openWorkspace(folder), { progress: silentProgress });
  expect(published()).not.toEqual(good);
  expect(JSON.parse(readFileSync(join(site, "build.json"), "utf8")).build_id).toBe(buildId);
});
