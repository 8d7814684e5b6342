import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** The page on where deals are won: what is compared can be chosen, and what can't be told is said. */
export function winningTests(site: Site): void {
  const opened = async () => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, "winning.html", { now: asOf });
    const table = (title: RegExp) =>
      page.locator("section.table", { has: page.getByRole("heading", { name: title }) });
    const choose = (label: string, value: string) =>
      page
        .locator("label.choice", { has: page.getByText(label, { exact: true }) })
        .locator("select")
        .selectOption(value);
    const names = () =>
      table(/^Win rates by/)
        .locator("tbody th")
        .allTextContents();
    return { page, problems, table, choose, names };
  };

  describe("where we win", () => {
    test("compares by what is chosen, of the deals that are chosen", async () => {
      const { page, problems, choose, names } = await opened();
      await expect.poll(names).toEqual(expect.arrayContaining(["Enterprise", "Small Business"]));
      await choose("By", "lead_source");
      await expect.poll(names).toContain("Partner Referral");
      expect(await names()).not.toContain("Existing Customer");
      await choose("Deals", "all");
      await expect.poll(names).toContain("Existing Customer");
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("says why products aren't compared", async () => {
      const { page, table, choose } = await opened();
      await choose("By", "product");
      await page.getByText("it is filled in as deals go well").first().waitFor();
      const row = table(/^Win rates by product/)
        .locator("tbody tr")
        .first();
      expect(await row.textContent()).toContain("not\u00a0tested");
      await page.context().close();
    });

    test("shows losses by competitor, and effort in rep-days", async () => {
      const { page, problems, table, choose } = await opened();
      await page.getByRole("button", { name: "Competitor", exact: true }).click();
      await table(/^Losses by competitor/).waitFor();
      await choose("Effort in", "rep_days");
      await table(/^What effort brought/)
        .getByText("Share of rep-days")
        .waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("draws how many deals of the company or a segment are won and lost by age", async () => {
      const { page, problems, choose } = await opened();
      const figure = page.locator("figure", {
        has: page.getByRole("heading", { name: "Won and lost by age" }),
      });
      const ends = () => figure.locator("svg text", { hasText: /^(won|lost) \d/ }).count();
      await expect.poll(ends).toBe(2);
      const whole = await figure.locator("figcaption").textContent();
      await choose("Curves of", "Enterprise");
      await expect.poll(() => figure.locator("figcaption").textContent()).not.toBe(whole);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("pairs two dimensions, and counts the pairs that are too small", async () => {
      const { page, table, choose } = await opened();
      await choose("And by", "lead_source");
      const pairs = table(/^Segment and lead source/);
      await pairs.waitFor();
      expect(await pairs.locator(".count").textContent()).toMatch(/^\d+ pairs$/);
      await page.context().close();
    });
  });
}
