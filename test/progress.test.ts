import { expect, test } from "vitest";
import { jsonProgress, plainProgress, terminalProgress } from "../pipelines/progress.ts";

/** What is written, at a clock that goes a second between readings. */
function output() {
  const written: string[] = [];
  let seconds = 0;
  const now = () => {
    seconds += 1;
    return seconds * 1000;
  };
  return { written, write: (text: string) => void written.push(text), now };
}

test("a terminal shows a line a stage with all its rows", () => {
  const { written, ...sink } = output();
  const progress = terminalProgress(sink);
  progress.stage("ingest");
  progress.step("accounts", 1200);
  progress.step("deals", 34);
  progress.end("done");
  expect(written.at(-2)).toMatch(/✓ ingest +\d+\.0 s {2}1,234 rows\n$/);
  expect(written.at(-1)).toMatch(/^done in \d+\.0 s\n$/);
});

test("elsewhere each stage and step is a plain line", () => {
  const { written, ...sink } = output();
  const progress = plainProgress(sink);
  progress.stage("ingest");
  progress.step("accounts", 1200);
  progress.end("failed");
  expect(written.join("")).toMatch(/ingest\n +accounts {2}1,200 rows\n.* failed\n$/);
});

test("for machines each is a JSON object with its stage", () => {
  const { written, ...sink } = output();
  const progress = jsonProgress(sink);
  progress.stage("ingest");
  progress.step("accounts", 1200);
  expect(JSON.parse(written[1] ?? "")).toMatchObject({
    event: "step",
    stage: "ingest",
    message: "accounts",
    rows: 1200,
  });
});
