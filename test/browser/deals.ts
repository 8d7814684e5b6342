import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hostileNames, openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** Open deals are filtered with their totals, and each is looked into by click, by name and by address. */
export function dealTests(site: Site): void {
  const open = async (path = "deals.html", options = {}) => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, path, { now: asOf, ...options });
    const list = page.locator("section.table").first();
    const choice = (label: string) =>
      page.locator("label.choice", { hasText: new RegExp(`^${label}`) }).locator("select");
    return { page, problems, list, choice };
  };
  const counted = (page: Page) => page.locator("section.table .count").first().textContent();
  const isDetailed = async (page: Page, name: string) => {
    await page.locator(".found h2", { hasText: name }).waitFor();
    await page.getByRole("heading", { name: "How likely it is to be won, week by week" }).waitFor();
    await page.getByRole("heading", { name: "What it was before" }).waitFor();
  };

  describe("the deals page", () => {
    test("filters by risk, and adds up what is shown", async () => {
      const { page, problems, choice } = await open();
      const all = Number(/^\d+/.exec((await counted(page)) ?? "")?.[0]);
      const said = Number(/^\d+/.exec((await page.locator("p.answer").textContent()) ?? "")?.[0]);
      expect(all).toBe(said);
      await choice("Risk").selectOption("any");
      await expect.poll(() => counted(page)).toMatch(/^\d+ of \d+ open deals$/);
      const flagged = Number(/^\d+/.exec((await counted(page)) ?? "")?.[0]);
      const facts = (await page.locator(".found dl.facts").first().textContent()) ?? "";
      expect(facts).toContain(`Shown${flagged} deals`);
      expect(facts).toContain(`With a flag${flagged} deals`);
      await expect.poll(() => page.url()).toContain("flag=any");
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("keeps a filter in the address", async () => {
      const { page, choice } = await open("deals.html?flag=no_activity");
      expect(await choice("Risk").inputValue()).toBe("no_activity");
      expect(await counted(page)).toMatch(/^\d+ of \d+ open deals$/);
      await page.context().close();
    });

    test("draws what deals are worth before it has their names", async () => {
      const { browser, url } = site();
      const page = await browser.newPage();
      await page.route("**/open-deals-told*", () => {});
      await page.goto(`${url}deals.html`);
      const chart = page.locator("figure.chart", { hasText: "What deals would bring" });
      await chart.locator("svg rect").first().waitFor();
      expect(await page.locator("section.table").count()).toBe(0);
      await page.context().close();
    });

    test("leaves nothing of deals that are shown no longer", async () => {
      const { page, problems, choice } = await open();
      await page.locator("section.table tbody th a").first().click();
      await page.getByRole("heading", { name: "What it was before" }).waitFor();
      await page.getByLabel("Look into a deal").fill("");
      await page.getByText(/^Choose a deal here/).waitFor();
      await choice("Owner").selectOption({ index: 1 });
      for (const segment of await choice("Segment").locator("option").allTextContents()) {
        await choice("Segment").selectOption({ label: segment });
      }
      expect(await page.getByRole("heading", { name: "What it was before" }).count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("looks into a deal that is clicked, and asks for details only then", async () => {
      const { page, problems, list } = await open();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const first = list.locator("tbody th a").first();
      const name = (await first.textContent()) ?? "";
      expect(asked.filter((url) => url.includes("deal-week"))).toEqual([]);
      await first.click();
      await isDetailed(page, name);
      expect(asked.filter((url) => url.includes("deal-week"))).toHaveLength(1);
      expect(page.url()).toMatch(/[?&]deal=/);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("finds a deal by its name, with the keyboard alone", async () => {
      const { page, problems, list } = await open();
      const name = (await list.locator("tbody th a").nth(2).textContent()) ?? "";
      const field = page.getByLabel("Look into a deal");
      const option = page.locator("datalist option").nth(2);
      await field.focus();
      await page.keyboard.type((await option.getAttribute("value")) ?? "");
      await isDetailed(page, name);
      await field.fill("no such deal");
      await field.blur();
      await page.getByText("None is called so").waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("opens at a deal that the address names, and says when it isn't open", async () => {
      const { page, list } = await open();
      const href = await list.locator("tbody th a").nth(1).getAttribute("href");
      const name = (await list.locator("tbody th a").nth(1).textContent()) ?? "";
      await page.context().close();
      const named = await open(href?.replace("./", "") ?? "");
      await isDetailed(named.page, name);
      expect(named.problems).toEqual([]);
      await named.page.context().close();
      const unknown = await open("deals.html?deal=%3Cimg%20src%3Dx%3E");
      await unknown.page.getByText("No open deal has the id “<img src=x>”.").waitFor();
      expect(await unknown.page.locator("main img").count()).toBe(0);
      await unknown.page.context().close();
    });

    test("shows hostile names as text", async () => {
      const { page, problems, list } = await open();
      for (const name of hostileNames) {
        await list.getByRole("searchbox").fill(name);
        await list.getByText(name, { exact: true }).click();
        await isDetailed(page, name);
      }
      expect(await page.locator("main img").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("fits a phone with a deal open", async () => {
      const { page, list } = await open("deals.html", { viewport: { width: 390, height: 844 } });
      await list.locator("tbody th a").first().click();
      await page.getByRole("heading", { name: "What it was before" }).waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.context().close();
    });

    test("tells whether such chances were right, within a quarter and a year", async () => {
      const { page, problems } = await open();
      const chart = page.locator("figure.chart", { hasText: "Chances given at past dates" });
      expect(await chart.locator("circle").count()).toBe(10);
      await page.getByRole("button", { name: "A year" }).click();
      await expect.poll(() => chart.locator("circle").count()).toBe(10);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });
}
