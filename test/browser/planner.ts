import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { planScenario } from "../../pipelines/scenario.ts";
import { openWorkspace } from "../../pipelines/workspace.ts";
import { accountsIn } from "../../reports/components/planner/accounts.ts";
import { InputError, InputErrors } from "../../src/errors.ts";
import type { PlanBase } from "../../src/scenario/base.ts";
import { linkOf } from "../../src/scenario/link.ts";
import { planOf } from "../../src/scenario/plan.ts";
import type { ScenarioEntry } from "../../src/scenario/schema.ts";
import { anyScenario } from "../scenario/random-scenario.ts";
import { type BuiltSample, openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

const page = "planner.html";

/** The page works scenarios out as the batch does, to the cent, and hands them on whole. */
export function plannerTests(site: Site, sample: () => BuiltSample): void {
  describe("the planner", () => {
    test("publishes a plan over which 1,000 scenarios come out as over the batch's", async () => {
      const batch = await batchBase(sample());
      const published = publishedBase(sample());
      fc.assert(
        fc.property(anyScenario(batch), (entry) => {
          expect(outcomeOf(published, entry)).toEqual(outcomeOf(batch, entry));
        }),
        { seed: 5, numRuns: 1000 },
      );
    }, 300_000);

    test("shows the batch's quotas of 20 scenarios to the cent", async () => {
      const batch = await batchBase(sample());
      const { browser, url, asOf } = site();
      const entries = fc
        .sample(anyScenario(batch), { seed: 6, numRuns: 200 })
        .filter((entry) => !("problem" in outcomeOf(batch, entry)))
        .slice(0, 20);
      expect(entries).toHaveLength(20);
      const opened = await openPage(browser, url, page, { now: asOf });
      for (const entry of entries) {
        await goTo(opened.page, url, entry);
        expect(await quotasShown(opened.page)).toEqual(quotasOf(batch, entry));
      }
      expect(opened.problems).toEqual([]);
      await opened.page.context().close();
    }, 300_000);

    test("a downloaded file gives the same quotas on the command line, and loads again", async () => {
      const batch = await batchBase(sample());
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      const [person] = batch.year.sellers;
      const entry = {
        growth: 0.2,
        hires: [
          { month: "2027-03", team: person?.teamId ?? "", role: person?.role ?? "", count: 2 },
        ],
        market: [{ change: -0.05 }],
        locked: { [person?.repId ?? ""]: 1_234_567 },
      };
      await goTo(opened.page, url, entry);
      const shown = await quotasShown(opened.page);
      const text = await downloaded(opened.page, () =>
        opened.page.getByRole("button", { name: "Download YAML" }).click(),
      );
      expect(await quotasByCommand(sample(), text)).toEqual(shown);

      await opened.page.goto(url + page);
      await opened.page.waitForSelector(".overrides table");
      await opened.page.getByLabel("Scenario, a YAML file").setInputFiles({
        name: "again.yaml",
        mimeType: "application/yaml",
        buffer: Buffer.from(text),
      });
      await opened.page.getByText("again.yaml is loaded.").waitFor();
      expect(await quotasShown(opened.page)).toEqual(shown);
      await opened.page.context().close();
    }, 120_000);

    test("says what is wrong with a file, with its line, and keeps what was there", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      await opened.page.getByLabel("Scenario, a YAML file").setInputFiles({
        name: "bad.yaml",
        mimeType: "application/yaml",
        buffer: Buffer.from("growth: 0.1\nleaver: []\n"),
      });
      await opened.page.getByText("unknown key: leaver").waitFor();
      const said = await opened.page.locator(".said").first().textContent();
      expect(said).toBe('unknown key: leaver\n  in bad.yaml, line 2\n  Did you mean "leavers"?');
      expect(new URL(opened.page.url()).hash).toBe("");
      await opened.page.context().close();
    });

    test("is worked by keyboard: a quota settled, undone and done again, the place kept", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      const fields = opened.page.locator(".overrides table").nth(1).locator("td input");
      await fields.first().focus();
      await opened.page.keyboard.type("900000");
      await opened.page.keyboard.press("Tab");
      const quota = () =>
        opened.page.locator(".overrides table").nth(1).locator("tbody tr").first();
      await expect.poll(() => quota().textContent()).toContain("900 k");
      expect(
        await opened.page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
      ).toBe(await fields.nth(1).getAttribute("aria-label"));
      await opened.page.locator("summary").first().focus();
      await opened.page.keyboard.press("Control+z");
      await expect.poll(() => quota().textContent()).not.toContain("900 k");
      await opened.page.keyboard.press("Control+Shift+z");
      await expect.poll(() => quota().textContent()).toContain("900 k");
      await opened.page.context().close();
    });

    test("refuses a number that a scenario may not say, and keeps what was there", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      await opened.page.getByLabel("Target", { exact: true }).selectOption("growth");
      const growth = opened.page.getByLabel("Growth on this year’s forecast, %", { exact: true });
      const before = await quotasShown(opened.page);
      await growth.fill("-100");
      await opened.page.keyboard.press("Enter");
      expect(await growth.evaluate((field) => (field as HTMLInputElement).validationMessage)).toBe(
        "A number from -99 to 500, without separators.",
      );
      expect(await quotasShown(opened.page)).toEqual(before);
      await opened.page.context().close();
    });

    test("a link that is opened in the page shows its scenario, one of another year is told", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      const follow = (entry: ScenarioEntry) =>
        opened.page.evaluate(
          (hash) => {
            location.hash = hash;
          },
          `plan=${linkOf({ name: "linked", entry })}`,
        );
      await follow({ growth: 0.25 });
      const growth = opened.page.getByLabel("Growth on this year’s forecast, %", { exact: true });
      await expect.poll(() => growth.inputValue()).toBe("25");
      await follow({ year: "FY40", growth: 0.25 });
      await opened.page.getByText("scenario of another year: FY40").waitFor();
      await opened.page.context().close();
    });

    test("says what can't be met and keeps the plan before", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      await opened.page.getByText("Guardrails", { exact: true }).click();
      await opened.page.getByLabel("Most change on last year, %").fill("-90");
      await opened.page.keyboard.press("Enter");
      await opened.page.getByText("ceilings below the target").waitFor();
      const figure = opened.page.locator("section.table").first().locator("tbody tr").first();
      expect((await figure.allInnerTexts()).join("")).toMatch(/–$/);
      await opened.page.context().close();
    });

    test("searches for moves beside the page, shows how far it is, and takes them in", async () => {
      const { browser, url } = site();
      // a worker's messages need a clock that runs
      const opened = await openPage(browser, url, page);
      await opened.page.getByRole("button", { name: "Search", exact: true }).click();
      await opened.page.locator("progress").waitFor();
      const take = opened.page.getByRole("button", { name: /^Take \d+ moves/ });
      await take.waitFor({ timeout: 90_000 });
      await take.click();
      await expect
        .poll(() =>
          opened.page.getByRole("group", { name: /^move \d+$/, includeHidden: true }).count(),
        )
        .toBeGreaterThan(10);
      expect(opened.problems).toEqual([]);
      await opened.page.context().close();
    }, 120_000);

    test("prints what the scenario says in place of its levers", async () => {
      const { browser, url, asOf } = site();
      const opened = await openPage(browser, url, page, { now: asOf });
      await goTo(opened.page, url, { growth: 0.2 });
      await opened.page.emulateMedia({ media: "print" });
      expect(await opened.page.locator(".paper").textContent()).toBe("growth: 0.2");
      expect(await opened.page.locator(".paper").isVisible()).toBe(true);
      expect(await opened.page.locator(".planner-levers").isVisible()).toBe(false);
      await opened.page.context().close();
    });
  });
}

async function batchBase({ folder }: BuiltSample): Promise<PlanBase> {
  const { base } = await planScenario(openWorkspace(folder), "base");
  return base;
}

/** The base as the page reads it from the site's files. */
function publishedBase({ site }: BuiltSample): PlanBase {
  const folder = join(site, "_file", "data");
  const fileOf = (name: RegExp) => {
    const found = readdirSync(folder).find((file) => name.test(file));
    if (!found) throw new Error(`not published: ${name}`);
    return readFileSync(join(folder, found));
  };
  const { base } = JSON.parse(fileOf(/^planner\.\w+\.json$/).toString("utf8"));
  return { ...base, accounts: accountsIn(tableFromIPC(fileOf(/^planner-accounts\.\w+\.arrow$/))) };
}

/** What a scenario comes to, or why it can't be worked out. */
function outcomeOf(base: PlanBase, entry: ScenarioEntry) {
  try {
    const { reps, groups, totals, capacity, shareAtQuota } = planOf(base, entry);
    return { reps, groups, totals, capacity, shareAtQuota };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof InputErrors)) throw error;
    return { problem: error.message };
  }
}

/** By rep's name, as the page's table has them; cents. */
const quotasOf = (base: PlanBase, entry: ScenarioEntry): [string, number][] =>
  planOf(base, entry)
    .reps.map(({ repId, quota }): [string, number] => [base.names[repId] ?? repId, quota])
    .sort(byName);

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

/** Opens a link of the scenario, as another reader would. */
async function goTo(opened: Page, url: string, entry: ScenarioEntry): Promise<void> {
  await opened.goto("about:blank");
  await opened.goto(`${url}${page}#plan=${linkOf({ name: "linked", entry })}`);
  await opened.waitForSelector(".overrides table");
}

/** The quotas that the page's table downloads, without reps who are in the other plan only. */
async function quotasShown(opened: Page): Promise<[string, number][]> {
  const button = opened.getByRole("button", { name: "Download Quotas of reps as CSV" });
  const text = await downloaded(opened, () => button.click());
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows
    .filter(({ Quota }) => Quota !== "")
    .map((row): [string, number] => [row.Rep ?? "", Math.round(Number(row.Quota) * 100)])
    .sort(byName);
}

async function downloaded(opened: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([opened.waitForEvent("download"), act()]);
  return readFileSync(await download.path(), "utf8");
}

/** The quotas of a scenario's file as `quotabook scenario run` works them out. */
async function quotasByCommand({ folder }: BuiltSample, text: string): Promise<[string, number][]> {
  const copy = mkdtempSync(join(tmpdir(), "quotabook-planned-"));
  cpSync(folder, copy, { recursive: true, filter: (path) => !/\/(site|exports)$/.test(path) });
  writeFileSync(join(copy, "plans/scenarios/downloaded.yaml"), text);
  const { base, plan } = await planScenario(openWorkspace(copy), "downloaded");
  rmSync(copy, { recursive: true, force: true });
  return plan.reps
    .map(({ repId, quota }): [string, number] => [base.names[repId] ?? repId, quota])
    .sort(byName);
}
