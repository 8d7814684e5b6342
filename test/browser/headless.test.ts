import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { findChromium, installChromium } from "../../pipelines/publish/chromium.ts";
import { openEveryPage } from "../../pipelines/publish/headless.ts";

const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), "quotabook-headless-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = {
  console: ["<script>console.error('lost')</script>", "console error: lost"],
  thrown: ["<script>throw new Error('lost')</script>", "uncaught error: lost"],
  elsewhere: [
    '<img src="http://127.0.0.2:9/x.png">',
    "request leaves the site: http://127.0.0.2:9/x.png",
  ],
  missing: ['<img src="./gone.png">', /^failed request: .*gone\.png$/],
  block: [
    '<p class="observablehq--error">ReferenceError: x</p>',
    "broken block: ReferenceError: x",
  ],
} as const;

describe.skipIf(chromium === undefined)(`opening every page (${installChromium})`, () => {
  test.each(Object.entries(broken))("finds what is wrong: %s", async (name, [html, problem]) => {
    const page = `<!DOCTYPE html><link rel="icon" href="data:,"><h1>Why?</h1>${html}`;
    writeFileSync(join(folder, `${name}.html`), page);
    const findings = await openEveryPage(folder, [name], chromium ?? "");
    expect(findings.map((finding) => finding.problem)).toContainEqual(
      typeof problem === "string" ? problem : expect.stringMatching(problem),
    );
  });

  test("finds nothing wrong on a sound page", async () => {
    writeFileSync(join(folder, "sound.html"), '<link rel="icon" href="data:,"><h1>Why?</h1>');
    expect(await openEveryPage(folder, ["sound"], chromium ?? "")).toEqual([]);
  });
});

test("a browser is taken from CHROME_PATH before the usual places", () => {
  expect(findChromium({ CHROME_PATH: process.execPath })).toBe(process.execPath);
});
