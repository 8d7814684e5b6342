import type { Browser, Page } from "playwright-core";
import { serve } from "../serve.ts";
import { launchChromium } from "./chromium.ts";
import type { LintFinding } from "./lint.ts";

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
    const opened = pages.map((name) => openPage(browser, served.url, name));
    return (await Promise.all(opened)).flat();
  } finally {
    await browser.close();
    await served.close();
  }
}

async function openPage(browser: Browser, url: string, name: string): Promise<LintFinding[]> {
  const page = await browser.newPage();
  const problems = listen(page, url);
  try {
    await page.goto(`${url}${name}.html`, { waitUntil: "networkidle" });
    await page.waitForFunction(() => !document.querySelector("observablehq-loading"), null, {
      timeout: 10_000,
    });
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
