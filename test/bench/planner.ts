import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { planBase } from "../scenario/base.ts";
import { at, openSite } from "./site-page.ts";

// npm run bench:planner [-- workspace]: how soon the planner page follows a lever, with 400 reps

const reps = 400;
const changes = 100;
/** Milliseconds that a plan may take to be worked out anew, at the 95th percentile. */
const limit = 100;

const { page, site, url, close } = await openSite(process.argv[2]);
const { accounts: _, ...base } = planBase(reps);
await page.route(/planner\.\w+\.json$/, (route) =>
  route.fulfill({ json: { base: { ...base, accounts: [] }, scenarios: [] } }),
);
await page.goto(`${url}planner.html`);
await page.waitForSelector(".overrides table");

const worked = await timesOfPlan(page);
const shown = await timesOfChange(page);
const holds = at(worked, 0.95) <= limit;
console.log(
  `${holds ? "holds" : "FAILS"}  ${reps} reps planned anew: ${told(worked)} (limit ${limit} at the 95th percentile)`,
);
console.log(`       from a typed change to the drawn page: ${told(shown)}`);
if (!holds) process.exitCode = 1;

await close();

/** Of the page's own module, over a target that changes each time. */
function timesOfPlan(opened: Page): Promise<number[]> {
  const modules = join(site, "_import", "src", "scenario");
  const module = readdirSync(modules).find((name) => /^plan\.\w+\.js$/.test(name));
  return opened.evaluate(
    async ({ address, base: plan, count }) => {
      const { planOf } = await import(address);
      return Array.from({ length: count }, (_unused, k) => {
        const started = performance.now();
        planOf(plan, { growth: 0.002 * k });
        return performance.now() - started;
      });
    },
    {
      address: `${url}_import/src/scenario/${module}`,
      base: { ...base, accounts: [] },
      count: changes,
    },
  );
}

/** From a change of growth to the frame after the one that draws it. */
async function timesOfChange(opened: Page): Promise<number[]> {
  await opened.getByLabel("Target", { exact: true }).selectOption("growth");
  return opened.evaluate(async (count) => {
    const field = document.querySelector<HTMLInputElement>('[aria-label^="Growth"][type="number"]');
    if (!field) throw new Error("no field for growth");
    const times: number[] = [];
    for (let k = 0; k < count; k++) {
      const started = performance.now();
      field.value = String(1 + (k % 40));
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      times.push(performance.now() - started);
    }
    return times;
  }, changes);
}

function told(times: readonly number[]): string {
  const read = (share: number) => `${at(times, share).toFixed(0)} ms`;
  return `median ${read(0.5)}, 95th percentile ${read(0.95)}, most ${read(1)}`;
}
