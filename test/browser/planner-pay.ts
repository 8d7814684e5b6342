import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { plannedEarnings, planScenario } from "../../pipelines/scenario.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { linkOf } from "../../src/scenario/link.ts";
import { payCostOf } from "../../src/scenario/pay/cost.ts";
import { planOf } from "../../src/scenario/plan.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";
import { type BuiltSample, openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** The page prices scenarios as the batch does, once it is given what pay is counted from. */
export function plannerPayTests(site: Site, sample: () => BuiltSample): void {
  describe("the cost of pay in the planner", () => {
    test("is the batch's to the cent, for a scenario that changes a plan", async () => {
      const workspace = openWorkspace(sample().folder);
      const file = await plannedEarnings(workspace);
      const { base } = await planScenario(workspace, "base");
      const { pay } = file;
      if (!pay) throw new Error("the sample has no compensation plans");
      const [{ name }] = pay.plans as readonly [(typeof pay.plans)[number]];
      const entry: ScenarioEntry = { growth: 0.2, pay: { [name]: { variable_share: 0.6 } } };

      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, "planner.html", { now: asOf });
      expect(await opened.page.getByText("What the year costs in variable pay").count()).toBe(0);
      await opened.page.goto(`${url}planner.html#plan=${linkOf({ name: "linked", entry })}`);
      await opened.page.reload();
      await opened.page.getByLabel("On-target earnings, a file").setInputFiles({
        name: "earnings.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await opened.page.getByText("What the year costs in variable pay").waitFor();
      const expected = payCostOf({ base, pay }, entry, planOf(base, entry));
      const company = expected.find(({ level }) => level === "company");
      const [shown] = await rowsShown(opened.page);
      expect(cents(shown?.linked)).toBe(company?.expected);
      expect(cents(shown?.["Lower, 80 %"])).toBe(company?.lower);
      expect(cents(shown?.["Upper, 80 %"])).toBe(company?.upper);
      expect(opened.problems).toEqual([]);
      await opened.page.context().close();
    }, 120_000);

    test("changes with a number of a plan that is typed, and goes back with undo", async () => {
      const file = await plannedEarnings(openWorkspace(sample().folder));
      const { browser, url, asOf } = site();
      const { page, problems } = await openPage(browser, url, "planner.html", { now: asOf });
      await page.getByLabel("On-target earnings, a file").setInputFiles({
        name: "earnings.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await page.getByText("What the year costs in variable pay").waitFor();
      await page.locator("summary", { hasText: /^Pay$/ }).click();
      const share = page.getByLabel("Share of them that varies, %");
      await share.fill("70");
      await share.press("Enter");
      await page.getByText("Working out what the year costs in pay").waitFor();
      await page.getByText("Working out what the year costs in pay").waitFor({ state: "hidden" });
      const [changed] = await rowsShown(page);
      expect(cents(changed?.scenario)).toBeGreaterThan(cents(changed?.["The plan"]));
      await page.getByRole("button", { name: "Undo" }).click();
      await expect
        .poll(async () => (await rowsShown(page))[0]?.Change, { timeout: 30_000 })
        .toBe("0");
      expect(problems).toEqual([]);
      await page.context().close();
    }, 120_000);
  });
}

async function rowsShown(page: Page): Promise<Record<string, string>[]> {
  const button = page.getByRole("button", {
    name: "Download What the year costs in variable pay as CSV",
  });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return parse(readFileSync(await download.path(), "utf8"), { columns: true, bom: true });
}

const cents = (text: string | undefined) => Math.round(Number(text) * 100);
