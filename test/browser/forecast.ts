import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** Where whom the reader chooses lands, and what would have to be true for its target. */
export function forecastTests(site: Site): void {
  const opened = async (query = "") => {
    const { browser, url, asOf } = site();
    return openPage(browser, url, `forecast.html${query}`, { now: asOf });
  };
  const tableOf = (page: Page, title: string | RegExp) =>
    page.locator("section.table", { has: page.getByRole("heading", { name: title }) });
  const landings = (page: Page) => tableOf(page, /: booked, expected, and the chance/);

  describe("the forecast page", () => {
    test("says the same in its answer and in its table", async () => {
      const { page, problems } = await opened();
      const sentence = (await page.locator("p.answer").textContent()) ?? "";
      const [, mean, chance] =
        / lands at USD ([\d.]+ M), .* chance of (\d+ %)\.$/.exec(sentence) ?? [];
      const cells = await landings(page)
        .locator("tbody tr")
        .first()
        .locator("td")
        .allTextContents();
      expect([cells[1], cells.at(-1)]).toEqual([mean, chance]);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("drills from the company to a rep, and its address leads there again", async () => {
      const { page, problems } = await opened();
      await landings(page).locator("tbody a").first().click();
      await page.locator("nav.drill a", { hasText: "Halden Systems" }).waitFor();
      await landings(page).locator("tbody a").first().click();
      await page.waitForURL(/entity=team/);
      await page.locator("nav.drill [aria-current]").waitFor();
      await landings(page).locator("tbody a").first().click();
      await page.waitForURL(/entity=rep/);
      const name = await page.locator("nav.drill [aria-current]").textContent();
      expect(await page.locator("p.landing").textContent()).toContain(`${name?.trim()}: FY27`);
      await page.reload();
      expect(await page.locator("nav.drill [aria-current]").textContent()).toBe(name);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("tells what a target that is out of reach would take, and which deals", async () => {
      const { page, problems } = await opened("?entity=region%3AEMEA");
      const ways = await page.locator("ul.ways li").allTextContents();
      expect(ways).toHaveLength(3);
      expect(ways[0]).toMatch(
        /^Of the open amount .* it came to that much in \d+ of \d+ earlier quarters\.$/,
      );
      const count = /^These (\d+) deals/.exec(ways[2] ?? "")?.[1];
      const rows = tableOf(page, /Deals that would close the gap/).locator(".count");
      expect(await rows.textContent()).toBe(`${count} deals`);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("leads to what moved the forecast of the same period and entity", async () => {
      const { page, problems } = await opened("?entity=team%3AEnterprise+East");
      await page.getByRole("link", { name: "What moved the forecast of FY27 Q2" }).click();
      await page
        .getByRole("heading", { name: /^What moved .* FY27 Q2, Enterprise East, since/ })
        .waitFor();
      expect(page.url()).toMatch(/entity=team%3AEnterprise\+East&period=FY27-Q2$/);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("names the parts of a forecast that has a target", async () => {
      const { page } = await opened("?entity=segment%3AEnterprise");
      expect(await page.locator(".aside", { hasText: "no target" }).count()).toBe(1);
      await page.goto(page.url().replace("segment%3AEnterprise", "team%3AEnterprise+West"));
      const parts = tableOf(page, /is made of$/).locator("tbody tr");
      await parts.first().waitFor();
      expect(await parts.locator("th").allTextContents()).toEqual([
        "Booked",
        "Open deals",
        "Deals not yet created",
        "Past bookings",
        "Forecast",
        "Target",
        "Above it",
      ]);
      await page.context().close();
    });
  });
}
