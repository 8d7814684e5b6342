import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

const pages = {
  "rep.html": { question: "How is a rep doing", link: /rep\.html\?id=P/ },
  "team.html": { question: "How is a team doing", link: /team\.html\?id=/ },
} as const;

/** A page for each rep and team: found by search, complete, and plain about whom it doesn't know. */
export function peopleTests(site: Site): void {
  const opened = async (path: string, options = {}) => {
    const { browser, url, asOf } = site();
    return openPage(browser, url, path, { now: asOf, ...options });
  };

  describe.each(Object.entries(pages))("%s", (path, { question, link }) => {
    test("asks whom to show, and says so without scripts", async () => {
      const { page } = await opened(path, { javaScriptEnabled: false });
      expect(await page.locator("h1").textContent()).toContain(question);
      expect(await page.locator("p.answer").textContent()).toMatch(
        /\d.* on record, .* today: .*\.$/,
      );
      expect(await page.locator("section.method").isVisible()).toBe(true);
      await page.context().close();
    });

    test("leads from its list to one", async () => {
      const { page, problems } = await opened(path);
      const first = page.locator("section.table tbody th a").first();
      const name = (await first.textContent()) ?? "";
      await first.click();
      await page.waitForURL(link);
      await page.locator("p.answer", { hasText: name }).waitFor();
      await expect.poll(() => page.locator("section.table").count()).toBeGreaterThan(2);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("says plainly that it doesn't know somebody, as text", async () => {
      const { page, problems } = await opened(`${path}?id=%3Cimg%20src%3Dx%3E`);
      await page.getByText("“<img src=x>”").waitFor();
      expect(await page.locator("main img").count()).toBe(0);
      expect(await page.locator("section.table tbody tr").count()).toBeGreaterThan(3);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("fits a phone without scrolling sideways", async () => {
      const id = path === "rep.html" ? "P046" : "Enterprise%20West";
      const { page } = await opened(`${path}?id=${id}`, { viewport: { width: 390, height: 844 } });
      await page.locator("figure.chart svg[role=img]").first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
      await page.context().close();
    });
  });

  test("a rep stands beside peers, with deals, activities, goals and moves, and without pay", async () => {
    const { page, problems } = await opened("rep.html?id=P046");
    const titles = await page.locator("section.table h2").allTextContents();
    expect(titles).toEqual([
      "KPIs beside every account executive",
      "Open deals",
      "Goals under way",
      "Teams over time",
    ]);
    expect(await page.locator("figure.chart svg[role=img]").count()).toBe(4);
    expect(await page.locator("main").textContent()).not.toMatch(/earnings|salary|\bOTE\b/i);
    expect(await page.locator("dl.facts").textContent()).toMatch(/Ramp|Tenure/);
    expect(await page.locator("p.answer .number").count()).toBeGreaterThan(2);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("every KPI that the chart of a rep offers has quarters to draw", async () => {
    const { page, problems } = await opened("rep.html?id=P015");
    const field = page.locator("label.choice", { hasText: "KPI in the chart" }).locator("select");
    const offered = await field.locator("option").allTextContents();
    expect(offered.length).toBeGreaterThan(3);
    for (const label of offered) {
      await field.selectOption({ label });
      const chart = page.locator("figure.chart", { hasText: `${label} by quarter` });
      await chart.first().waitFor();
      const ticks = chart.locator('[aria-label^="y-axis tick label"] text');
      await expect.poll(() => ticks.count(), { message: label }).toBeGreaterThan(0);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("a team lists who is in it as it was and as it is, and leads to them", async () => {
    const { page, problems } = await opened("team.html?id=Enterprise%20West");
    await page.getByRole("heading", { name: "Who was in it in the quarter" }).waitFor();
    await page.getByRole("button", { name: "It is" }).click();
    const today = page.getByRole("heading", { name: "Who is in it today", exact: true });
    await today.waitFor();
    const members = page.locator("section.table", { has: today });
    const people = (await page.locator("dl.facts").textContent()) ?? "";
    expect(await members.locator("tbody tr").count()).toBe(Number(/(\d+)\s*$/.exec(people)?.[1]));
    await members.locator("tbody a").first().click();
    await page.waitForURL(/rep\.html\?id=/);
    expect(problems).toEqual([]);
    await page.context().close();
  });
}
