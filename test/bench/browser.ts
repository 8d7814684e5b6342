import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findChromium, installChromium, launchChromium } from "../../pipelines/publish/chromium.ts";
import { pageNames } from "../../pipelines/publish.ts";
import { serve } from "../../pipelines/serve.ts";
import { buildSample } from "./sample-site.ts";

/** What a cold view of a page may move, in compressed bytes, and how soon its chart must show. */
const limits = { bytes: 500_000, chart: 1000 };

/** Views of each page; the median is printed. */
const views = 5;

interface View {
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from the start of navigation to the first drawn chart. */
  readonly chart: number;
}

const chromium = findChromium();
if (chromium === undefined) throw new Error(`missing Chromium: ${installChromium}`);
const given = process.argv[2];
const folder = given ?? (await buildSample());
const served = await serve(join(folder, "site"));
const browser = await launchChromium(chromium);

console.log("page            bytes  requests  first chart");
for (const name of (await pageNames()).filter((page) => page !== "404")) {
  const seen: View[] = [];
  for (let view = 0; view < views; view++) seen.push(await coldView(browser, served.url, name));
  const bytes = middle(seen.map((one) => one.bytes));
  const chart = middle(seen.map((one) => one.chart));
  const over = bytes > limits.bytes || chart > limits.chart ? "  over the limit" : "";
  const requests = String(seen[0]?.requests).padStart(8);
  console.log(
    `${name.padEnd(14)}${kilobytes(bytes)} ${requests} ${chart.toFixed(0).padStart(9)} ms${over}`,
  );
  if (over !== "") process.exitCode = 1;
}

await browser.close();
await served.close();
if (given === undefined) await rm(folder, { recursive: true, force: true });

/** Opens a page with nothing cached and counts what crosses the wire. */
async function coldView(from: Browser, url: string, name: string): Promise<View> {
  const context = await from.newContext({ viewport: { width: 1400, height: 1000 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.addInitScript(noteFirstChart);
  await page.goto(`${url}${name}.html`);
  await page.waitForFunction(() => performance.getEntriesByName("first chart").length > 0);
  const chart = await page.evaluate(
    () => performance.getEntriesByName("first chart")[0]?.startTime ?? Number.NaN,
  );
  await page.waitForLoadState("networkidle");
  await context.close();
  return { bytes, requests, chart };
}

/** Runs in the page: marks the frame after the first chart, of definitions the first table, came in. */
function noteFirstChart(): void {
  const observer = new MutationObserver(() => {
    const chart = "figure.chart svg[role=img] :is(path, circle, rect, line)";
    const isDefinitions = location.pathname.endsWith("methods.html");
    if (!document.querySelector(isDefinitions ? "section.table tbody tr" : chart)) return;
    observer.disconnect();
    requestAnimationFrame(() => performance.mark("first chart"));
  });
  observer.observe(document, { childList: true, subtree: true });
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`.padStart(8);
}
