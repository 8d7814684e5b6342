import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium, installChromium, launchChromium } from "../../pipelines/publish/chromium.ts";
import { hostileNames, paid } from "../statements/workspace.ts";
import { rebuildWarehouse } from "../workspaces/build.ts";
import { writeWorkspace } from "../workspaces/write.ts";

const chromium = findChromium();

describe.skipIf(chromium === undefined)(`statements in a browser (${installChromium})`, () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = writeWorkspace(paid);
    await rebuildWarehouse(folder);
    browser = await launchChromium(chromium ?? "");
  }, 180_000);
  afterAll(() => browser?.close());

  /** Opens a page of Ann's from the disk, with what it asks for and complains of. */
  async function open(name: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 1000 },
      ...options,
    });
    const page = await context.newPage();
    const [problems, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("dialog", (dialog) => problems.push(dialog.message()));
    page.on("request", (request) => requests.push(request.url()));
    const address = `file://${join(folder, "statements", "ann", name)}`;
    await page.goto(address);
    return {
      page,
      problems,
      others: requests.filter((url) => url !== address && url !== "data:,"),
    };
  }

  const overflow = (page: Page) =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );

  const views: readonly (readonly [string, BrowserContextOptions])[] = [
    ["on a laptop", {}],
    ["on a phone", { viewport: { width: 390, height: 844 } }],
    ["in the dark", { colorScheme: "dark" }],
    ["without scripts", { javaScriptEnabled: false }],
  ];

  test.each(views)("ask for nothing, complain of nothing and fit: %s", async (_, options) => {
    for (const name of ["index.html", "2026-04.html", "2026-05.html", "2026-06.html"]) {
      const { page, problems, others } = await open(name, options);
      expect([name, problems, others]).toEqual([name, [], []]);
      if (options.javaScriptEnabled !== false) expect(await overflow(page)).toBe(0);
      await page.context().close();
    }
  });

  test("are dark where the reader's system is, and always light on paper", async () => {
    const { page } = await open("index.html", { colorScheme: "dark" });
    const lightness = () =>
      page.evaluate(() => {
        const colour = getComputedStyle(document.documentElement).backgroundColor;
        return Number(/\d+/.exec(colour)?.[0]);
      });
    expect(await lightness()).toBeLessThan(60);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await lightness()).toBe(255);
    await page.context().close();
  });

  test("show hostile names of deals as they are", async () => {
    const { page, problems } = await open("2026-04.html");
    expect(await page.locator(".deal").first().textContent()).toContain(hostileNames[0]);
    expect(await page.locator("img").count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("price another deal in words as it is typed", async () => {
    const { page } = await open("index.html");
    const output = page.locator("output");
    // 2,000 of quota are reached: beyond it 100 / 2,000 twice; and 1 % as the SPIF
    await page.getByLabel("Amount, USD").fill("1000");
    await expect
      .poll(() => output.textContent())
      .toContain("It would pay 100.00 USD, and 10.00 USD more while the budget lasts.");
    expect(await output.textContent()).toContain(
      "1,000.00 × 10.0 % = 100.00, tier 2, from 100 % of quota",
    );
    expect(await output.textContent()).toContain(
      "Spiff: 10.00 USD more, for as long as the budget",
    );
    await page.getByLabel("Amount, USD").fill("");
    expect(await output.textContent()).toContain("Give an amount");
    await page.context().close();
  });

  test("copy a line's evidence with a button, which isn't there without scripts", async () => {
    const { page } = await open("2026-05.html", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const line = page.locator("tr[id^=line-]").first();
    await line.locator("summary").click();
    await line.getByRole("button").click();
    await expect.poll(() => line.getByRole("button").textContent()).toContain("Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll("\r\n", "\n")).toBe(
      `${await page.locator(".shared pre").textContent()}\n${await line.locator("pre").textContent()}`,
    );
    const still = await open("2026-05.html", { javaScriptEnabled: false });
    expect(await still.page.locator("button:visible").count()).toBe(0);
    await Promise.all([page, still.page].map((one) => one.context().close()));
  });

  test("lead from the first page to every pay period and back", async () => {
    const { page } = await open("index.html");
    await page.getByRole("link", { name: "Apr 2026" }).click();
    expect(await page.locator("h1").textContent()).toBe("Pay of Apr 2026");
    await page.getByRole("link", { name: "All pay periods" }).click();
    expect(await page.locator("h1").textContent()).toBe("What am I paid, and why?");
    await page.context().close();
  });

  test("say in the page what the batch has written", async () => {
    const { page } = await open("index.html");
    const written = await page.locator(".next > p strong").first().textContent();
    expect(await page.locator("output strong").textContent()).toBe(written);
    const html = readFileSync(join(folder, "statements", "ann", "index.html"), "utf8");
    expect(html).toContain(`<strong>${written}</strong>`);
    await page.context().close();
  });
});
