import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { modelPlan, payAt } from "../../src/compensation/modelling/plan-model.ts";
import { parsePlan } from "../../src/scenario/plan-text.ts";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

const page = "modeller.html";

/** A plan file of a reader's, with all its money and with comments. */
const ownPlan = `# our plan
plan: Ours
effective_from: 2026-01-01
currency: USD
fiscal_year_starts: 1
on_target_earnings: 214159   # a year
variable_share: 0.5
components:
  - name: Sales
    target_share: 1
    quota: 1271828           # of a year
    rate:
      rule: marginal
      tiers:
        - { from: 0, times: 1 }     # to quota
        - { from: 1, times: 1.5 }   # beyond
    threshold: 0.6
`;

/** The page models plans as Node does, by typing and dragging, and hands them on as files. */
export function modellerTests(site: Site): void {
  const opened = async () => {
    const { browser, url, asOf } = site();
    const { page: tab, problems } = await openPage(browser, url, page, { now: asOf });
    return { tab, problems, url };
  };

  describe("the plan modeller", () => {
    test("pays at key attainments what the engine pays on the same file", async () => {
      const { tab, problems } = await opened();
      await openFile(tab, ownPlan);
      await tab.getByLabel("Nothing under, %").fill("50");
      await tab.keyboard.press("Enter");
      const shown = await keyPay(tab, "After");
      const changed = ownPlan.replace("threshold: 0.6", "threshold: 0.5");
      expect(shown).toEqual(payInNode(changed));
      expect(await keyPay(tab, "Before")).toEqual(payInNode(ownPlan));
      expect(problems).toEqual([]);
      await tab.context().close();
    });

    test("downloads a file that keeps comments, is read by the plan reader, and opens again", async () => {
      const { tab } = await opened();
      await openFile(tab, ownPlan);
      await tab.getByRole("button", { name: "Add an accelerator" }).click();
      await type(tab, "Cap, attainment, %", "200");
      const shown = await keyPay(tab, "After");
      const text = await downloaded(tab, "Download plan");
      for (const comment of ["# our plan", "# a year", "# to quota", "# beyond"])
        expect(text).toContain(comment);
      expect(payInNode(text)).toEqual(shown);
      await openFile(tab, text);
      expect(await keyPay(tab, "After")).toEqual(shown);
      await tab.context().close();
    });

    test("a point is dragged, and moved by arrow keys with its place kept", async () => {
      const { tab, problems } = await opened();
      await openFile(tab, ownPlan);
      const point = tab.locator(".handle").first();
      const box = await point.boundingBox();
      if (!box) throw new Error("no point");
      await tab.mouse.move(box.x + 8, box.y + 8);
      await tab.mouse.down();
      await tab.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
      await tab.mouse.up();
      const from = tab.getByLabel("From, %").nth(1);
      await expect.poll(async () => Number(await from.inputValue())).toBeGreaterThan(105);
      await type(tab, "From, %", "100", 1);
      await point.focus();
      await tab.keyboard.press("ArrowRight");
      await tab.keyboard.press("Shift+ArrowRight");
      await expect.poll(() => from.inputValue()).toBe("106");
      const times = tab.getByLabel("Times target rate, ×").first();
      const before = Number(await times.inputValue());
      await tab.keyboard.press("ArrowUp");
      await expect.poll(async () => Number(await times.inputValue())).toBeGreaterThan(before);
      expect(await tab.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("slider");
      expect(problems).toEqual([]);
      await tab.context().close();
    });

    test("undoes and does again, and a change that comes to nothing is none", async () => {
      const { tab } = await opened();
      const times = tab.getByLabel("Times target rate, ×").nth(1);
      const before = await times.inputValue();
      await type(tab, "Times target rate, ×", "3", 1);
      await tab.locator("summary").first().focus();
      await tab.keyboard.press("Control+z");
      await expect.poll(() => times.inputValue()).toBe(before);
      await tab.keyboard.press("Control+Shift+z");
      await expect.poll(() => times.inputValue()).toBe("3");
      await tab.context().close();
    });

    test("says beside the field what the plan reader refuses, and keeps the plan before", async () => {
      const { tab } = await opened();
      await openFile(tab, ownPlan);
      const before = await keyPay(tab, "After");
      await tab.getByRole("button", { name: "Add an accelerator" }).click();
      await type(tab, "From, %", "90", 2);
      const row = tab.locator(".modeller-editor fieldset").nth(2);
      await expect.poll(() => row.textContent()).toContain("tiers not rising: 0.9 after 1");
      expect(await tab.locator(".modeller-main").textContent()).toContain("which has mistakes");
      expect((await keyPay(tab, "After")).slice(0, 5)).toEqual(before.slice(0, 5));
      await tab.context().close();
    });

    test("a link opens the plan as it was changed; a file of the reader's stays out of the address", async () => {
      const { tab, url } = await opened();
      await type(tab, "Times target rate, ×", "3", 1);
      const address = tab.url();
      expect(new URL(address).hash).toMatch(/^#model=/);
      const shown = await keyPay(tab, "After");
      await tab.goto("about:blank");
      await tab.goto(address);
      await tab.waitForSelector(".modeller-deal");
      expect(await keyPay(tab, "After")).toEqual(shown);
      await openFile(tab, ownPlan);
      await type(tab, "Nothing under, %", "40");
      expect(tab.url()).toBe(url + page);
      await tab.context().close();
    });

    test("a plan file of the reader's goes into no link", async () => {
      const { tab } = await opened();
      await tab.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await tab.evaluate(() => navigator.clipboard.writeText("from before"));
      await openFile(tab, ownPlan);
      await tab.getByRole("button", { name: "Copy link" }).click();
      await tab.getByText("goes into no link").waitFor();
      expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe("from before");
      expect(await tab.content()).not.toContain("#model=");
      await tab.context().close();
    });

    test("starts from every template without a mistake", async () => {
      const { tab, problems } = await opened();
      const list = tab.locator("label.choice", { hasText: "Start from" }).locator("select");
      const values = await list
        .locator("option")
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      const templates = values.filter((value) => value.startsWith("template"));
      expect(templates).toHaveLength(5);
      for (const template of templates) {
        await list.selectOption(template);
        expect(await tab.locator(".said").first().textContent()).toBe("");
        expect(await tab.locator(".modeller-main").textContent()).not.toContain("mistakes");
      }
      expect(problems).toEqual([]);
      await tab.context().close();
    });

    test("takes no amounts of money into account until target pay is known in money", async () => {
      const { tab, problems } = await opened();
      const cap = tab.getByLabel("Cap of a year, money", { exact: true });
      expect(await cap.isDisabled()).toBe(true);
      const file = "data/sample/plans/compensation/account_executive_fy27.yaml";
      await openFile(tab, readFileSync(file, "utf8"));
      // 100 % of quota pays 100 % of target pay, whatever the SPIF would add
      expect((await keyPay(tab, "After"))[4]).toBe(100);
      const note = tab.locator(".planner-bar .aside");
      expect(await note.textContent()).toContain("“Large new customers”");
      await type(tab, "Variable pay of a person, USD a year", "100000");
      expect((await keyPay(tab, "After"))[4]).toBe(10_000_000);
      await type(tab, "Cap of a year, money", "90000");
      await expect.poll(async () => (await keyPay(tab, "After"))[4]).toBe(9_000_000);
      await type(tab, "Quota of a year", "1000000");
      await type(tab, "Size of a deal, USD", "100000");
      expect(await note.textContent()).not.toContain("In no figure");
      expect(problems).toEqual([]);
      await tab.context().close();
    });

    test("shows what the plan starts from, a budget where there is one, and a range in one row", async () => {
      const { tab } = await opened();
      const list = tab.locator("label.choice", { hasText: "Start from" }).locator("select");
      const first = await list.inputValue();
      expect(first).toMatch(/^(plan|template) ./);
      const row = tab.locator("tr", { hasText: "In four years of five" });
      expect(await row.textContent()).toMatch(/ to /);
      const budget = tab.locator(".key", { hasText: "budget" });
      expect(await budget.count()).toBe(0);
      await type(tab, "Budget of a year", "1");
      await expect.poll(() => budget.count()).toBe(1);
      await openFile(tab, ownPlan);
      expect(await list.inputValue()).toBe("");
      await tab.locator("summary").first().focus();
      await tab.keyboard.press("Control+z");
      await expect.poll(() => list.inputValue()).toBe(first);
      await tab.context().close();
    });

    test("tells what one more deal pays", async () => {
      const { tab } = await opened();
      await openFile(tab, ownPlan);
      await type(tab, "Attainment so far, %", "55");
      await type(tab, "The deal, of a year’s quota, %", "10");
      const words = tab.locator(".modeller-deal p");
      // 65 % of 107,079.50, all at once as the threshold is reached
      await expect.poll(() => words.textContent()).toContain("the deal pays 69.6 k");
      await tab.context().close();
    });
  });
}

async function openFile(tab: Page, text: string): Promise<void> {
  await tab.getByLabel("Plan, a YAML file").setInputFiles({
    name: "ours.yaml",
    mimeType: "application/yaml",
    buffer: Buffer.from(text),
  });
  await tab.getByText("ours.yaml is open").waitFor();
}

async function type(tab: Page, label: string, value: string, place = 0): Promise<void> {
  await tab.getByLabel(label, { exact: true }).nth(place).fill(value);
  await tab.keyboard.press("Enter");
}

/** Pay at key attainments as the page's table downloads it, in cents or shares of target pay. */
async function keyPay(tab: Page, column: "Before" | "After"): Promise<number[]> {
  const text = await downloaded(tab, "Download Pay at key attainments as CSV");
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) => Number((Number(row[column]) * 100).toFixed(4)));
}

/** The same by the engine in Node, on even months of one kind of deal. */
function payInNode(text: string): number[] {
  const plan = parsePlan(text, "ours.yaml", { currency: "USD", fiscalYearStarts: 1 });
  const model = modelPlan(plan, {
    variablePay: 1,
    quota: 1,
    dealCents: 100_000,
    season: Array.from({ length: 12 }, () => 1),
    mix: [{ type: null, product: null, share: 1 }],
  });
  return [0, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2].map((attainment) =>
    Number(payAt(model, attainment).toFixed(4)),
  );
}

async function downloaded(tab: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    tab.waitForEvent("download"),
    tab.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}
