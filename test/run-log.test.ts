import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { logged } from "../pipelines/run-log.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quotabook-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clock that goes 12.34 s between its two readings. */
function clock(): () => number {
  const readings = [Date.UTC(2026, 6, 3, 6), Date.UTC(2026, 6, 3, 6, 0, 12, 340)];
  return () => readings.shift() ?? Number.NaN;
}

const lines = (file: string) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("a rebuild that is done is noted with its time, as-of and build", async () => {
  const file = join(folder, "log", "runs.jsonl");
  await logged(file, async () => ({ asOf: "2026-07-03", buildId: "abc" }), clock());
  expect(lines(file)).toEqual([
    {
      began: "2026-07-03T06:00:00.000Z",
      seconds: 12.3,
      outcome: "done",
      as_of: "2026-07-03",
      build_id: "abc",
    },
  ]);
});

test("a rebuild that fails is noted with its reason, and still fails", async () => {
  const file = join(folder, "runs.jsonl");
  const failing = logged(
    file,
    () => Promise.reject(new Error("missing column: CloseDate")),
    clock(),
  );
  await expect(failing).rejects.toThrow("CloseDate");
  expect(lines(file)[0]).toMatchObject({ outcome: "failed", error: "missing column: CloseDate" });
});
