import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hostileNames, openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

const textOf = async (download: Download) => readFile(await download.path(), "utf8");

async function downloaded(page: Page, button: string): Promise<Download> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  return waiting;
}

/** Tables are searched, sorted, paged, downloaded and printed; charts download. */
export function tableTests(site: Site): void {
  const deals = async () => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, "index.html", { now: asOf });
    const table = page.locator("section.table").first();
    return { page, problems, table, rows: table.locator("tbody tr") };
  };

  describe("the table of open deals", () => {
    test("shows hostile names as text", async () => {
      const { page, problems, table } = await deals();
      for (const name of hostileNames) {
        expect(await table.getByText(name, { exact: true }).count(), name).toBe(1);
      }
      expect(await page.locator("main img").count()).toBe(0);
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("downloads with a byte-order mark, numbers as numbers and no formula", async () => {
      const { page } = await deals();
      const text = await textOf(
        await downloaded(page, "Download Open deals due this quarter or overdue as CSV"),
      );
      expect(text.startsWith("\uFEFFDeal,Amount,Owner")).toBe(true);
      expect(text).toContain("'=HYPERLINK(1)");
      expect(text).toMatch(/\r\n[^\r]*,\d+(\.\d+)?,/);
      await page.context().close();
    });

    test("sorts by a heading, and the other way when pressed again", async () => {
      const { page, table, rows } = await deals();
      const owner = table.getByRole("button", { name: "Owner" });
      await owner.click();
      const first = await rows.first().locator("td").nth(1).textContent();
      await owner.click();
      const last = await rows.first().locator("td").nth(1).textContent();
      expect(await table.locator("th[aria-sort=descending]").count()).toBe(1);
      expect(String(first).localeCompare(String(last), "en")).toBeLessThan(0);
      await page.context().close();
    });

    test("searches, pages and counts", async () => {
      const { page, table, rows } = await deals();
      const before = await rows.first().textContent();
      await table.getByRole("button", { name: "Next page" }).click();
      expect(await rows.first().textContent()).not.toBe(before);
      await table.getByRole("searchbox").fill("hyperlink");
      expect(await rows.count()).toBe(1);
      expect(await table.locator(".count").textContent()).toMatch(/^1 of \d+ open deals$/);
      await page.context().close();
    });

    test("prints the page that is shown, and says how many more there are", async () => {
      const { page, table, rows } = await deals();
      const all = Number(
        /^[\d,]+/.exec((await table.locator(".count").textContent()) ?? "")?.[0].replace(",", ""),
      );
      const shown = await rows.count();
      expect(all).toBeGreaterThan(shown);
      const count = table.locator(".count");
      expect(await count.textContent()).toBe(`${all} open deals`);
      const added = () => count.evaluate((node) => getComputedStyle(node, "::after").content);
      expect(await added()).toBe("none");
      await page.emulateMedia({ media: "print" });
      expect(await rows.count()).toBe(shown);
      await expect.poll(added).toBe(`", ${all - shown} more of them in the CSV"`);
      // Chromium repeats headings on each page, but not the boxes of buttons in them
      const heading = table.locator("thead button").first();
      expect(await heading.evaluate((node) => getComputedStyle(node).display)).toBe("contents");
      await page.context().close();
    });

    test("leads from a row to its rep", async () => {
      const { page, rows } = await deals();
      const name = await rows.first().locator("a").textContent();
      await rows.first().locator("a").click();
      await page.waitForURL(/rep\.html\?id=/);
      await page.locator("h1", { hasText: `How is ${name} doing` }).waitFor();
      await page.context().close();
    });
  });

  test("a long text is cut to two lines on a phone, and shown whole when its row is opened", async () => {
    const { browser, url, asOf } = site();
    const viewport = { width: 390, height: 844 };
    const { page, problems } = await openPage(browser, url, "quotas.html", { now: asOf, viewport });
    const heading = page.getByRole("heading", { name: "Recommended quotas", exact: true });
    const rows = page.locator("section.table", { has: heading }).locator("tbody tr");
    const heights = () =>
      rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...(await heights()))).toBeLessThan(70);
    const why = rows.first().locator("td.long");
    const [name, column] = [
      await rows.first().locator("th").boundingBox(),
      await why.boundingBox(),
    ];
    expect((name?.width ?? 0) + (column?.width ?? 999)).toBeLessThanOrEqual(390);
    await why.locator("summary").focus();
    await page.keyboard.press("Enter");
    const [first = 0, second = 0] = await heights();
    expect(first).toBeGreaterThan(second + 20);
    const cut = () =>
      why.locator("summary").evaluate((node) => node.scrollHeight - node.clientHeight);
    expect(await cut()).toBe(0);
    await page.keyboard.press("Enter");
    expect(await cut()).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    expect(await cut()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test("a chart downloads as a picture and as a drawing that stands alone", async () => {
    const { page } = await deals();
    const figure = page.locator("figure.chart").first();
    const saved = async (name: string) => {
      const waiting = page.waitForEvent("download");
      await figure.getByRole("button", { name }).click();
      return waiting;
    };
    const png = await saved("Download chart as PNG");
    expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe("PNG");
    const svg = await textOf(await saved("Download chart as SVG"));
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain("var(--");
    await page.context().close();
  });
}
