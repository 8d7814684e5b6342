import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** Every KPI of whom the reader chooses, down to a rep, and what closed quarters became. */
export function performanceTests(site: Site): void {
  const opened = async (query = "") => {
    const { browser, url, asOf } = site();
    return openPage(browser, url, `performance.html${query}`, { now: asOf });
  };
  const tableOf = (page: Page, title: string) =>
    page.locator("section.table", { has: page.getByRole("heading", { name: title }) });
  const choiceOf = (page: Page, name: string) =>
    page
      .locator("label.choice", { has: page.locator("span", { hasText: new RegExp(`^${name}$`) }) })
      .locator("select");
  const sizeOf = async (page: Page) =>
    Number(
      /^\d+/.exec((await tableOf(page, "Every KPI").locator(".count").textContent()) ?? "")?.[0],
    );

  describe("the scorecard", () => {
    test("holds every metric of the methods page, and says why one has no figure", async () => {
      const { browser, url, asOf } = site();
      const methods = await openPage(browser, url, "methods.html", { now: asOf });
      const defined = await tableOf(methods.page, "Every metric").locator(".count").textContent();
      await methods.page.context().close();
      const { page, problems } = await opened();
      expect(`${await sizeOf(page)} metrics`).toBe(defined);
      const rows = tableOf(page, "Every KPI").locator("tbody tr:not(.group)");
      for (const row of await rows.all()) {
        const cells = await row.locator("td").allTextContents();
        if (cells[0]?.trim() === "–") expect(cells.at(-1)).toMatch(/\w.*[.]$/);
      }
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("says the year before at the same day as the overview's chart does", async () => {
      const { page } = await opened();
      const row = tableOf(page, "Every KPI").locator("tr", { hasText: "Bookings" }).first();
      const yearBefore = (await row.locator("td").nth(4).textContent()) ?? "";
      expect(yearBefore).toMatch(/^\d+\.\d M [−+][\d.]+ %, (better|worse|about the same)$/);
      const sentence = (await page.locator("p.answer").textContent()) ?? "";
      const share = /([\d.]+ %) (less|more) than the year before/.exec(sentence)?.[1];
      expect(yearBefore).toContain(String(share));
      await page.context().close();
    });

    test("explains a KPI on demand, by keyboard", async () => {
      const { page } = await opened();
      const summary = page.locator("details.kpi summary", { hasText: /^Win rate$/ });
      await summary.focus();
      await page.keyboard.press("Enter");
      expect(await page.getByText("won deals ÷ (won + lost deals)").first().isVisible()).toBe(true);
      const told = (await page.locator("details.kpi[open]").textContent()) ?? "";
      expect(told).toMatch(/Numerator: \d+, deals won .*Denominator: \d+, deals won or lost/s);
      await page.context().close();
    });

    test("is led from the company to a rep by links, and keeps the choices in the address", async () => {
      const { page, problems } = await opened("?view=as_is");
      const link = (title: string) => tableOf(page, title).locator("tbody a").first();
      await link("Who drives it: regions").press("Enter");
      await page.waitForURL(/entity=region/);
      await link("Who drives it: teams").click();
      await page.waitForURL(/entity=team/);
      await link("Who drives it: reps").click();
      await page.waitForURL(/entity=rep.*view=as_is/);
      await page.locator("nav.drill", { hasText: "Rep page" }).waitFor();
      expect(await page.locator("nav.drill li").count()).toBe(4);
      expect(problems).toEqual([]);
      await page.locator("nav.drill a").first().click();
      await page.waitForURL(/entity=company/);
      await page.context().close();
    });

    test("follows the choice of an entity, a month and a view", async () => {
      const { page, problems } = await opened();
      await choiceOf(page, "For").selectOption({ label: "Enterprise West" });
      await page.getByRole("heading", { name: "Every KPI, Enterprise West" }).waitFor();
      await choiceOf(page, "In").selectOption({ label: "Jun 2026" });
      await tableOf(page, "Every KPI").getByRole("button", { name: "Jun 2026" }).waitFor();
      await page.getByRole("button", { name: "They are" }).click();
      await page.waitForURL(/entity=team.*period=month\+2026-06-01.*view=as_is/);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("of somebody unknown is the company's", async () => {
      const { page, problems } = await opened("?entity=rep%3A%3Cimg%20src%3Dx%3E");
      await page.getByRole("heading", { name: "Every KPI, Halden Systems" }).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });

  test("reps are compared within the role most quota carriers have, until all are asked for", async () => {
    const { page } = await opened();
    await page.getByRole("button", { name: "Reps", exact: true }).click();
    const compared = tableOf(page, "Who drives it: reps");
    const count = () => compared.locator(".count").textContent();
    const roles = () => compared.locator("tbody tr td:nth-child(2)").allTextContents();
    await compared.waitFor();
    expect(new Set(await roles())).toEqual(new Set(["Account executive"]));
    const ofRole = await count();
    await choiceOf(page, "Role").selectOption({ label: "All roles" });
    await expect.poll(count).not.toBe(ofRole);
    await page.context().close();
  });

  test("median and quartiles stand beside the mean deal size", async () => {
    const { page, problems } = await opened();
    await choiceOf(page, "By").selectOption("average_deal_size");
    const quartiles = tableOf(page, "over each region");
    await quartiles.waitFor();
    const row = quartiles.locator("tbody tr").first().locator("td");
    expect((await row.allTextContents()).join(" ")).toMatch(/^(\d[\d.]* [kM] ?){4}$/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("each closed quarter stands with what it was, what it is, and the deals between", async () => {
    const { page } = await opened();
    const quarters = tableOf(page, "Closed quarters: bookings");
    const searched = quarters.getByRole("searchbox");
    await searched.fill("FY26 Q4");
    const cells = await quarters.locator("tbody td").allTextContents();
    expect(cells).toHaveLength(10);
    const numbers = cells.map((text) => Number.parseFloat(text));
    const [was, is, difference] = numbers;
    const deals = numbers.at(-1);
    expect((is ?? 0) - (was ?? 0)).toBeCloseTo((difference ?? 0) / 1000, 0);
    await tableOf(page, "Deals that changed").getByRole("searchbox").fill("FY26 Q4");
    expect(await tableOf(page, "Deals that changed").locator(".count").textContent()).toMatch(
      new RegExp(`^${deals} of `),
    );
    await page.context().close();
  });
}
