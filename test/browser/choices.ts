import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage } from "./fixture.ts";
import type { Site } from "./pages.ts";

const pages = [
  "forecast.html",
  "what-changed.html",
  "forecast-accuracy.html",
  "pipeline.html",
  "deals.html",
  "performance.html",
  "winning.html",
  "quotas.html",
  "planner.html",
  "capacity.html",
  "territories.html",
  "compensation.html",
  "spifs.html",
  "accounting.html",
  "modeller.html",
  "data-quality.html",
  "rep.html?id=P003",
  "team.html?id=Enterprise+West",
];

/** Whatever is chosen, nothing stays of what was shown before: a page that keeps it logs an error. */
export function choiceTests(site: Site): void {
  describe.each(pages)("%s", (path) => {
    test("shows only what is chosen", async () => {
      const { browser, url, asOf } = site();
      const { page, problems } = await openPage(browser, url, path, { now: asOf });
      await chooseEach(page);
      expect(problems).toEqual([]);
      await page.context().close();
    }, 120_000);
  });
}

/** Chooses from every list and presses every toggle of a page, and goes back to what it showed at first. */
export async function chooseEach(page: Page): Promise<void> {
  const lists = page.locator("main label.choice select");
  for (let place = 0; place < (await lists.count()); place++) {
    const list = lists.nth(place);
    const first = await list.inputValue();
    for (const value of [...(await endsOf(list)), first]) await choose(page, list, value);
  }
  const toggles = page.locator("main .toggle");
  for (let place = 0; place < (await toggles.count()); place++) {
    const buttons = toggles.nth(place).locator("button");
    for (const button of (await buttons.all()).reverse()) {
      await button.click();
      await settle(page);
    }
  }
}

/** The first and the last option under each heading of a list. */
const endsOf = (list: Locator): Promise<string[]> =>
  list.evaluate((element) => {
    const groups = element.querySelectorAll("optgroup");
    const ends = [...(groups.length > 0 ? groups : [element])].flatMap((group) => {
      const options = [...group.querySelectorAll("option")];
      return [options[0]?.value, options.at(-1)?.value];
    });
    return ends.filter((value) => value !== undefined);
  });

/** An option that another choice took away is passed over. */
async function choose(page: Page, list: Locator, value: string): Promise<void> {
  const values = await list
    .locator("option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  if (!values.includes(value)) return;
  await list.selectOption(value);
  await settle(page);
}

/** Until the page has had two frames to draw what is chosen. */
const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
