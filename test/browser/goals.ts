import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

/** The tree of goals leads to each, folds by keyboard, and every goal says how it stands. */
export function goalTests(site: Site): void {
  const opened = async (viewport = { width: 1400, height: 1000 }) => {
    const { browser, url, asOf } = site();
    return openPage(browser, url, "goals.html", { now: asOf, viewport });
  };

  describe("the page of goals", () => {
    test("has one card, with a chart and a status in words, for each goal of the table", async () => {
      const { page, problems } = await opened();
      const count = await page.locator("section.table .count").textContent();
      const cards = page.locator("article.goal");
      expect(count).toBe(`${await cards.count()} goals`);
      expect(await page.locator("article.goal svg[role=img]").count()).toBe(await cards.count());
      for (const status of await page.locator("article.goal .goal-status").allTextContents()) {
        expect(status.trim()).toMatch(
          /^\S (On track|At risk|Off track|Reached|Missed|Not started|No value yet)$/,
        );
      }
      expect(problems).toEqual([]);
      await page.context().close();
    });

    test("folds the goals under a goal away by keyboard", async () => {
      const { page } = await opened();
      const fold = page.getByRole("button", { name: "Goals under Bookings, Americas" });
      const child = page.locator(".goal-tree").getByText("Bookings, Enterprise West");
      expect(await child.isVisible()).toBe(true);
      await fold.focus();
      await page.keyboard.press("Enter");
      expect(await fold.getAttribute("aria-expanded")).toBe("false");
      expect(await child.isVisible()).toBe(false);
      await page.keyboard.press("Space");
      expect(await child.isVisible()).toBe(true);
      await page.context().close();
    });

    test("leads from the tree to a goal's card, on a phone too", async () => {
      const { page } = await opened({ width: 390, height: 844 });
      await page.locator(".goal-tree").getByRole("link", { name: "Bookings, EMEA" }).click();
      await page.waitForURL(/#goal-/);
      const card = page.locator("article.goal", { hasText: "Bookings, EMEA" });
      await expect.poll(async () => (await card.boundingBox())?.y ?? 9999).toBeLessThan(844);
      await page.context().close();
    });

    test("says of a goal to hold that it is a bound, and of a baseline when it was planned", async () => {
      const { page } = await opened();
      const held = page.locator(".goal-tree li", { hasText: "Average deal size" }).last();
      expect(await held.textContent()).toMatch(/\d k, at least [\d.]+ k by /);
      const baselines = await page.locator("article.goal dd", { hasText: "as planned" }).all();
      expect(baselines.length).toBe(await page.locator("article.goal").count());
      await page.context().close();
    });

    test("tells the buffer of a cascade and who has no goal", async () => {
      const { page } = await opened();
      const notes = (await page.locator(".goal-tree .cascade").allTextContents()).join("\n");
      expect(notes).toMatch(
        /3 regions together ask for \S+ M, \d.* above this goal’s target: a buffer\./,
      );
      expect(notes).toContain("Asia Pacific has no goal here.");
      await page.context().close();
    });
  });
}
