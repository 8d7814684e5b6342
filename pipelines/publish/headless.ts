import type { Browser, Page } from "playwright-core";
import { serve } from "../serve.ts";
import { launchChromium } from "./chromium.ts";
import type { LintFinding } from "./lint.ts";

/** More at once would only wait for each other's processors, until they seem to hang. */
const pagesAtOnce = 4;

/** A page that takes longer hangs, even on a busy machine. */
const settledWithin = 90_000;

/**
 * Opens every page of a built site in a headless browser and reports console errors, failed
 * requests, requests that leave the site, and blocks that end in an error.
 */
export async function openEveryPage(
  folder: string,
  pages: readonly string[],
  executablePath: string,
): Promise<LintFinding[]> {
  const served = await serve(folder);
  const browser = await launchChromium(executablePath);
  try {
    const waiting = pages.values();
    const openers = Array.from({ length: pagesAtOnce }, async () => {
      const findings: LintFinding[] = [];
      for (const name of waiting) findings.push(...(await openPage(browser, served.url, name)));
      return findings;
    });
    return (await Promise.all(openers)).flat().sort((a, b) => a.file.localeCompare(b.file));
  } finally {
    await browser.close();
    await served.close();
  }
}

async function openPage(browser: Browser, url: string, name: string): Promise<LintFinding[]> {
  const page = await browser.newPage();
  page.setDefaultTimeout(settledWithin);
  const problems = listen(page, url);
  try {
    await page.goto(`${url}${name}.html`, { waitUntil: "networkidle" });
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"));
    for (const text of await page.locator(".observablehq--error").allTextContents()) {
      problems.push(`broken block: ${text}`);
    }
  } catch (error) {
    problems.push(`page didn't settle: ${error instanceof Error ? error.message : error}`);
  }
  await page.close();
  return problems.map((problem) => ({ file: `${name}.html`, problem }));
}

/** Collects what goes wrong on a page from now on. */
export function listen(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console error: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught error: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) {
      problems.push(`request leaves the site: ${address}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`failed request: ${response.url()}`);
  });
  return problems;
}
