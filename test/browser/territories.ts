import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** The territories page: a group is chosen, moves are told and taken along, on paper and in the dark too. */
export function territoryTests(site: Site): void {
  const opened = async (options = {}) => {
    const { browser, url, asOf } = site();
    const { page, problems } = await openPage(browser, url, "territories.html", {
      now: asOf,
      ...options,
    });
    const table = (title: string) =>
      page.locator("section.table", { has: page.getByRole("heading", { name: title }) });
    const moves = table("Recommended moves");
    const reps = table("Balance before and after");
    const chart = page.locator("figure.chart");
    const group = page.locator("label.choice", { hasText: "Group" }).locator("select");
    return { page, problems, moves, reps, chart, group };
  };
  const counted = async (section: Locator) =>
    Number(/^\d+/.exec((await section.locator(".count").textContent()) ?? "")?.[0]);
  const saved = async (page: Page, button: Locator) => {
    const waiting = page.waitForEvent("download");
    await button.click();
    const download = await waiting;
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), "utf8"),
    };
  };

  describe("the territories page", () => {
    test("recommends as many moves as it answers, each with its two reps and its reason", async () => {
      const { page, problems, moves, reps, chart } = await opened();
      const answer = (await page.locator("p.answer").textContent()) ?? "";
      expect(await counted(moves)).toBe(Number(/(\d+) moves? of accounts/.exec(answer)?.[1]));
      for (const row of await moves.locator("tbody tr").all()) {
        expect(await row.locator("td.long").textContent()).toMatch(
          /^brings .+ from .+ to .+, and .+ from .+ to ./,
        );
        expect(await row.locator("a[href*='rep']").count()).toBe(2);
      }
      // a ring and a dot for each rep
      expect(await chart.locator("circle").count()).toBe(2 * (await counted(reps)));
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("shows the chosen group alone, its moves within it", async () => {
      const { page, problems, moves, reps, chart, group } = await opened();
      const [all, allMoves] = [await counted(reps), await counted(moves)];
      const groups = (await group.locator("option").allTextContents()).slice(1);
      const counts = { reps: 0, moves: 0 };
      for (const label of groups) {
        await group.selectOption({ label });
        await expect.poll(() => reps.locator("tbody tr").first().textContent()).toContain(label);
        const count = await counted(reps);
        expect(await chart.locator("circle").count()).toBe(2 * count);
        counts.reps += count;
        counts.moves += (await moves.locator(".count").count()) > 0 ? await counted(moves) : 0;
      }
      expect(counts).toEqual({ reps: all, moves: allMoves });
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("is read with the keyboard alone: a group, an order and further pages", async () => {
      const { page, problems, moves, reps, group } = await opened();
      await group.focus();
      await page.keyboard.press("ArrowDown");
      const chosen = await group.locator("option:checked").textContent();
      await expect.poll(() => reps.locator("tbody tr").first().textContent()).toContain(chosen);
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => counted(moves)).toBeGreaterThan(12);
      const first = () => moves.locator("tbody tr").first().textContent();
      const before = await first();
      await moves.getByRole("button", { name: "Next page" }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(first).not.toBe(before);
      await moves.getByRole("button", { name: "No." }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(first).toMatch(new RegExp(`^${await counted(moves)}`));
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("downloads moves with the ids that a CRM takes, and the chart", async () => {
      const { page, moves, chart } = await opened();
      const csv = await saved(page, moves.getByRole("button", { name: /as CSV$/ }));
      expect(csv.name).toBe("territory-moves.csv");
      const [heading, ...rows] = csv.text.trimEnd().split("\r\n");
      expect(heading).toBe("\uFEFFNo.,Account,From,To,Why,Account id");
      expect(rows).toHaveLength(await counted(moves));
      expect(rows.every((row) => /,001[A-Za-z0-9]{15}$/.test(row))).toBe(true);
      const svg = await saved(page, chart.getByRole("button", { name: "Download chart as SVG" }));
      expect(svg.name).toBe("territory-balance.svg");
      expect(svg.text).not.toContain("var(--");
      await page.context().close();
    });

    test("prints the chosen group in words, light, without buttons", async () => {
      const { page, moves, group } = await opened({ colorScheme: "dark" });
      await group.selectOption({ index: 1 });
      await page.emulateMedia({ media: "print" });
      expect(await group.isVisible()).toBe(true);
      expect(await group.evaluate((node) => getComputedStyle(node).borderTopWidth)).toBe("0px");
      expect(await moves.locator(".actions").isVisible()).toBe(false);
      const paper = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--page").trim(),
      );
      expect(paper).toBe("#fff");
      await page.context().close();
    });

    test("tells today from what is recommended in the dark too", async () => {
      const { page, chart } = await opened({ colorScheme: "dark" });
      const colour = (property: "fill" | "stroke", at: Locator) =>
        at.evaluate((node, name) => getComputedStyle(node)[name], property);
      const today = await colour("stroke", chart.locator("circle").first());
      const then = await colour("fill", chart.locator("circle").last());
      const behind = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      expect(new Set([today, then, behind]).size).toBe(3);
      await page.context().close();
    });

    test("keeps the names in sight on a phone, where only tables scroll sideways", async () => {
      const { page, moves, reps, chart } = await opened({ viewport: { width: 390, height: 844 } });
      const box = await chart.locator("svg").boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
      const scroll = reps.locator(".table-scroll");
      const name = reps.locator("tbody th").first();
      const before = (await name.boundingBox())?.x;
      await scroll.evaluate((node) => node.scrollBy(200, 0));
      expect((await name.boundingBox())?.x).toBe(before);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      // a reason is read without a row becoming taller than a third of the screen
      const heights = await moves
        .locator("tbody tr")
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(Math.max(...heights)).toBeLessThan(844 / 3);
      await page.context().close();
    });
  });
}
