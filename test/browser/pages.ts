import type { Browser } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";

/** The site under test, known once it is served. */
export type Site = () => { readonly browser: Browser; readonly url: string; readonly asOf: string };

const pages = {
  "index.html": "Where does this quarter stand",
  "forecast.html": "Where will bookings land",
  "what-changed.html": "What moved the forecast since last week",
  "forecast-accuracy.html": "Were we right",
  "pipeline.html": "Is there enough pipeline",
  "deals.html": "Which open deals will we win",
  "performance.html": "How are we performing",
  "winning.html": "Where do we win",
  "quotas.html": "Do enough reps reach quota",
  "planner.html": "What would quotas be if",
  "capacity.html": "Can those who are there book the target",
  "territories.html": "Are accounts shared out evenly",
  "compensation.html": "What does incentive pay cost",
  "spifs.html": "What do SPIFs cost",
  "accounting.html": "What does commission stand for in the books",
  "modeller.html": "What would another plan pay",
  "goals.html": "Are we going to reach our goals",
  "data-quality.html": "Can these numbers be trusted",
  "methods.html": "How is every number defined",
} as const;

/** What holds on every page, and how a page serves its reader. */
export function pageTests(site: Site): void {
  describe.each(Object.entries(pages))("%s", (path, question) => {
    test("opens without an error and asks no other host", async () => {
      const { browser, url, asOf } = site();
      const { page, problems } = await openPage(browser, url, path, { now: asOf });
      expect(problems).toEqual([]);
      // definitions need no picture
      const charts = await page.locator("figure.chart svg[role=img]").count();
      if (path !== "methods.html") expect(charts).toBeGreaterThan(0);
      expect(await page.locator("section.table tbody tr").count()).toBeGreaterThan(0);
      expect(await page.locator(".stale").isVisible()).toBe(false);
      await page.context().close();
    });

    test("answers its question with scripts off", async () => {
      const { browser, url } = site();
      const { page } = await openPage(browser, url, path, { javaScriptEnabled: false });
      expect(await page.locator("h1").allTextContents()).toHaveLength(1);
      expect(await page.locator("h1").textContent()).toContain(question);
      expect(await page.locator("p.answer").textContent()).toMatch(/\d.*\.$/);
      expect(await page.locator("section.method").isVisible()).toBe(true);
      expect(await page.locator("main").textContent()).not.toMatch(/fewer than deals|\$\{/);
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.context().close();
    });

    test("fits a phone without scrolling sideways", async () => {
      const { browser, url } = site();
      const viewport = { width: 390, height: 844 };
      const { page } = await openPage(browser, url, path, { viewport });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.context().close();
    });
  });

  test("the theme follows the system, switches, and is remembered", async () => {
    const { browser, url } = site();
    const { page } = await openPage(browser, url, "index.html", { colorScheme: "dark" });
    const background = () =>
      page.evaluate(() => getComputedStyle(document.body.parentElement as Element).backgroundColor);
    const dark = await background();
    await page.getByRole("button", { name: "Switch theme" }).click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.goto(`${url}forecast.html`);
    expect(await background()).toBe(light);
    await page.context().close();
  });

  test("a reader learns that the data are old, by the reader's own clock", async () => {
    const { browser, url } = site();
    const { page } = await openPage(browser, url, "index.html", { now: "2031-01-01" });
    expect(await page.locator(".stale").textContent()).toMatch(/days ago; it should be no older/);
    await page.context().close();
  });

  test("the keyboard reaches the answer first, then every page, with focus to be seen", async () => {
    const { browser, url } = site();
    const { page } = await openPage(browser, url, "index.html");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the answer");
    for (const name of ["Halden Systems", "Overview", "Forecast"]) {
      await page.keyboard.press("Tab");
      expect(await page.locator(":focus").textContent()).toBe(name);
    }
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    expect(outline).toBe("solid");
    await page.context().close();
  });

  test("an address that isn't there leads back", async () => {
    const { browser, url } = site();
    const { page } = await openPage(browser, url, "gone");
    expect(await page.locator("h1").textContent()).toContain("doesn’t exist");
    await page.context().close();
  });
}
