import { describe, expect, test } from "vitest";
import { hostileNames, openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** The waterfall shows the deals behind its bars, and is computed anew for other dates and entities. */
export function pipelineTests(site: Site): void {
  const open = async () => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, "pipeline.html", { now: asOf });
    const chart = page.locator("figure.chart").first();
    const choice = (label: string) =>
      page
        .locator("label.choice")
        .filter({ hasText: new RegExp(`^${label}`) })
        .locator("select");
    const behind = choice("Deals behind");
    const deals = page.locator("section.table").first();
    const amounts = () => chart.locator("svg g[aria-label=text] text").allTextContents();
    return { page, problems, chart, deals, amounts, behind, choice };
  };

  describe("the waterfall", () => {
    test("a click on a bar lists its deals", async () => {
      const { page, problems, chart, deals, behind } = await open();
      await deals.getByRole("heading", { name: "Deals behind: lost" }).waitFor();
      await chart.locator(".row rect").nth(1).click();
      await deals.getByRole("heading", { name: "Deals behind: created" }).waitFor();
      const said = /\((\d+) deals\)/.exec(
        (await behind.locator("option:checked").textContent()) ?? "",
      )?.[1];
      expect(await deals.locator(".count").textContent()).toBe(`${said} deals`);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("the keyboard lists a bar's deals too", async () => {
      const { page, deals, behind } = await open();
      await behind.focus();
      await page.keyboard.press("Home");
      await deals.getByRole("heading", { name: "Deals behind: opening" }).waitFor();
      await page.context().close();
    });

    test("shows hostile names as text", async () => {
      const { page, problems, deals, behind } = await open();
      await behind.selectOption("closing");
      for (const name of hostileNames) {
        await deals.getByText(name, { exact: true }).waitFor();
      }
      expect(await page.locator("main img").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("asks for the history only when other dates are, and computes what the batch did", async () => {
      const { page, problems, amounts } = await open();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const before = await amounts();
      await page.getByLabel("Compare").selectOption("other");
      await expect
        .poll(() => asked.filter((url) => url.includes("pipeline-version")).length)
        .toBe(1);
      await page.getByLabel("From the end of").waitFor();
      await expect.poll(amounts).toEqual(before);
      expect(before.length).toBeGreaterThan(8);
      await page.getByLabel("From the end of").fill("2025-01-31");
      await expect.poll(amounts).not.toEqual(before);
      await page.getByLabel("From the end of").fill("1999-01-31");
      await page.getByText(/^History begins .*; shown: 31 Jan 2025$/).waitFor();
      await page.getByLabel("From the end of").fill("2025-06-30");
      await page.getByLabel("to the end of").fill("2025-05-31");
      await page.getByText(/^The first date is the later one; shown: 31 May 2025 to /).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("is told as known then, and says by which exports", async () => {
      const { page, problems, chart } = await open();
      await page.getByRole("button", { name: "then", exact: true }).click();
      await chart.getByText(/The opening is (as exports up to|empty, as no export)/).waitFor();
      await page.getByRole("button", { name: "today", exact: true }).click();
      await chart.getByText("open at either end, or won").waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("is told for a team, with what was transferred to it", async () => {
      const { page, problems, chart, choice } = await open();
      await choice("Waterfall for").selectOption({ label: "Enterprise East" });
      await chart.getByRole("heading", { name: /of FY27 Q2, Enterprise East, from/ }).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });
  });
}
