import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** What moved the forecast can be asked since other days, of other periods and entities, deal by deal. */
export function whatChangedTests(site: Site): void {
  const opened = async () => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, "what-changed.html", { now: asOf });
    const chart = page.locator("figure.chart").first();
    const behind = page.locator("section.table").first();
    const choice = (label: string) =>
      page
        .locator("label.choice", { has: page.getByText(label, { exact: true }) })
        .locator("select");
    return { page, problems, chart, behind, choice };
  };

  describe("what changed", () => {
    test("lists the deals behind a cause, as many as the chart says", async () => {
      const { page, problems, chart, behind, choice } = await opened();
      await chart.locator(".row rect").nth(2).click();
      await behind.getByRole("heading", { name: "Deals behind: won" }).waitFor();
      const said = /\((\d+) deals?\)/.exec(
        (await choice("What is behind").locator("option:checked").textContent()) ?? "",
      )?.[1];
      expect(await behind.locator(".count").textContent()).toMatch(new RegExp(`^${said} deal`));
      await chart.locator(".row rect").nth(1).click();
      await behind.getByText(/^No single deal is behind it/).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("asks for the files of other days only when they are chosen", async () => {
      const { page, problems, chart, choice } = await opened();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await choice("Since").selectOption({ index: 3 });
      await chart
        .getByRole("heading", { name: /^What moved the forecast of FY27 Q2 since 5 Jun/ })
        .waitFor();
      expect(asked.filter((url) => url.includes("change-weeks.")).length).toBe(1);
      expect(asked.filter((url) => url.includes("change-months")).length).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("is told of a team, whose deals are its own, and that a year wasn’t forecast yet", async () => {
      const { page, problems, chart, behind, choice } = await opened();
      await choice("For").selectOption({ label: "Enterprise East" });
      await chart.getByRole("heading", { name: /of FY27 Q2, Enterprise East, since/ }).waitFor();
      await choice("What is behind").selectOption("odds_moved");
      await behind.getByRole("heading", { name: "Deals behind: odds moved" }).waitFor();
      const said = await choice("What is behind").locator("option:checked").textContent();
      const count = /\((\d+) deals?\)/.exec(said ?? "")?.[1];
      expect(await behind.locator(".count").textContent()).toMatch(new RegExp(`^${count} deal`));
      await choice("Since").selectOption({
        index: -1 + (await choice("Since").locator("option").count()),
      });
      await choice("Forecast of").selectOption("FY28");
      await page.getByText(/^FY28 wasn’t forecast yet on /).waitFor();
      // nothing of what was shown before stays; how the year's forecast went since is known
      await expect.poll(() => page.locator("section.table").count()).toBe(0);
      expect(await page.locator("figure.chart").count()).toBe(1);
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });
}
